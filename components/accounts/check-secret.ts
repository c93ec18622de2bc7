import type { ErrorCode } from '../../lib/errors.ts';

/** How many base32 characters hold 10 and 64 bytes, the bounds in lib/otp/key.ts. */
const MIN_CHARACTERS = 16;
const MAX_CHARACTERS = 103;

/** The secret without the spaces, dashes and unseen characters between its groups, and without '=' padding. */
function withoutGrouping(typed: string): string {
  return typed.replaceAll(/[\s\p{Pd}\p{Cf}]/gu, '').replace(/=+$/u, '');
}

/**
 * What is wrong with a secret while it is being typed, or undefined. At the
 * moment 'while-typing' a secret that is merely not finished is not wrong. The
 * background's parser decides in the end; this check only tells it sooner.
 */
export function findSecretError(
  typed: string,
  moment: 'while-typing' | 'finished',
): ErrorCode | undefined {
  const secret = withoutGrouping(typed);
  if (/[^a-z2-7]/iu.test(secret)) return 'secret-not-base32';
  if (secret.length > MAX_CHARACTERS) return 'secret-too-long';
  if (moment === 'while-typing') return undefined;
  if (secret === '') return 'secret-missing';
  if (secret.length < MIN_CHARACTERS) return 'secret-too-short';
  return undefined;
}

/** Whether the text is a set-up link rather than a secret. The scheme alone decides; the parser checks the rest. */
export function isSetupLink(typed: string): boolean {
  return /^\s*[a-z][a-z0-9+.-]*:/iu.test(typed);
}
