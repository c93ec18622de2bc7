/**
 * The only import of the polyfill. Where the browser has `browser` itself
 * (Firefox, and Chromium from 148) the polyfill hands that over unchanged.
 */
export { default as api } from 'webextension-polyfill';
export type { Runtime } from 'webextension-polyfill';
