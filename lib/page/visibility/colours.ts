/**
 * The colours of card and badge: those of components/ui/tokens.css, as its test holds. They are
 * written out by name in each sheet and not as custom properties: see HOST_STYLE.
 */
export const ACCENT = 'light-dark(#0b5a86, #7cc4f2)';
export const ON_ACCENT = 'light-dark(#ffffff, #05202f)';
export const GROUND = 'light-dark(#ffffff, #12161a)';
export const RAISED = 'light-dark(#f4f7f9, #1a2026)';
export const TEXT = 'light-dark(#12181d, #edf2f5)';
export const MUTED = 'light-dark(#4b5862, #a9b5be)';
export const LINE = 'light-dark(#dde3e8, #2e373f)';
export const EDGE = 'light-dark(#74828d, #7c8a95)';
export const WARN = 'light-dark(#8a4a00, #f5b969)';
export const BAD = 'light-dark(#b3261e, #ff9c93)';
