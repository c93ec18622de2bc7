/** The autocomplete tokens (HTML, section 4.10.18.7.1) that an explanation of a field may name. */
export const PURPOSE_TOKENS = [
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

/** What an explanation says of a field: nothing written, a known token, or anything else. */
export const PURPOSES = ['none', 'other', ...PURPOSE_TOKENS] as const;
