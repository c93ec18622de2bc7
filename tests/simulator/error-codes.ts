/** Error codes; the first five are those seen, the rest our own. */
export const ERRORS = {
  wrongPassword: -20601,
  locked: -20675,
  mfaRequired: -20677,
  signedOut: -20651,
  local2faRequired: -30165,
  localWrongCode: -30139,
  wrongCode: -20680,
  processExpired: -20681,
  badRequest: -1001,
} as const;
