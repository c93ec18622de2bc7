import type { ErrorCode } from '../../lib/errors.ts';

/** base32 characters of 10 and of 64 bytes: the bounds of the otpauth border. */
const MIN_CHARACTERS = 16;
const MAX_CHARACTERS = 103;

/** Spaces and dashes are how people group a secret; '=' is padding. */
function bare(typed: string): string {
  return typed.replaceAll(/[\s-]/gu, '').replace(/=+$/u, '');
}

/**
 * Live checking while a secret is typed: what is wrong already, or undefined.
 * 'while-typing' does not complain of a secret that is merely not finished.
 * The background's parser decides; this only saves the round trip.
 */
export function findSecretError(
  typed: string,
  moment: 'while-typing' | 'finished',
): ErrorCode | undefined {
  const secret = bare(typed);
  if (/[^a-z2-7]/iu.test(secret)) return 'secret-not-base32';
  if (secret.length > MAX_CHARACTERS) return 'secret-too-long';
  if (moment === 'while-typing') return undefined;
  if (secret === '') return 'secret-missing';
  if (secret.length < MIN_CHARACTERS) return 'secret-too-short';
  return undefined;
}

/** A set-up link rather than a secret; the scheme alone decides, the parser does the rest. */
export function isSetupLink(typed: string): boolean {
  return /^\s*[a-z][a-z0-9+.-]*:/iu.test(typed);
}
