/** The autocomplete tokens (HTML, section 4.10.18.7.1) that a page's field may be reported by. */
export const KNOWN_PURPOSES = [
  'one-time-code',
  'off',
  'on',
  'username',
  'email',
  'tel',
  'name',
  'new-password',
  'current-password',
  'postal-code',
] as const;

/** What is reported of a field: nothing written, a known token, or anything else. */
export const PURPOSES = ['none', 'other', ...KNOWN_PURPOSES] as const;
