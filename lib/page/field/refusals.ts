/**
 * Everything that forbids a code in a field, whatever else speaks for it. Pure
 * data, because lib/protocol reads the names as well.
 */

/** The user could not type into it. */
export const HIDDEN_REASONS = [
  'hidden',
  'inert',
  'zero-size',
  'no window',
  'off-screen',
  'clipped',
  'covered',
] as const;

export const REFUSALS = [
  ...HIDDEN_REASONS,
  'read-only',
  'autocomplete',
  'role',
  'suggestions',
  'inputmode',
  'holds something else',
  'too short',
  'too long',
  'bounded number',
  'pattern',
] as const;

export type HiddenReason = (typeof HIDDEN_REASONS)[number];
export type Refusal = (typeof REFUSALS)[number];
