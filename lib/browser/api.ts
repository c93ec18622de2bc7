// The only import of the polyfill. It is a no-op where the browser has `browser` itself.
export { default as api } from 'webextension-polyfill';
