/**
 * Whether the browser tells of a locked screen. Firefox tells only of 'idle' and
 * 'active' (its ext-idle.js). The settings ask as well, and load no polyfill.
 */
export function noticesScreenLock(): boolean {
  return location.protocol !== 'moz-extension:';
}
