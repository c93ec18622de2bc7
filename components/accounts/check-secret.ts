import type { ErrorCode } from '../../lib/errors.ts';
import { SECRET_BYTES } from '../../lib/otp/account.ts';
import { secretLettersOf } from '../../lib/otp/secret-letters.ts';

/** How many base32 characters hold the most bytes that a secret may have; what is left of the last ones counts for nothing. */
const MAX_CHARACTERS = Math.ceil(((SECRET_BYTES.max + 1) * 8) / 5) - 1;
/** From here on a secret is taken for a whole one that has a letter over. */
const USUAL_CHARACTERS = 16;

/**
 * What is wrong with a secret while it is being typed, or undefined. At the
 * moment 'while-typing' a secret that is merely not finished is not wrong. A
 * secret that is wrong is not sent, so this check takes all that the
 * background's parser takes.
 */
export function findSecretError(
  typed: string,
  moment: 'while-typing' | 'finished',
): ErrorCode | undefined {
  const secret = secretLettersOf(typed);
  if (/[^a-z2-7]/iu.test(secret)) return 'secret-not-base32';
  if (secret.length > MAX_CHARACTERS) return 'secret-too-long';
  if (moment === 'while-typing') return undefined;
  if (secret === '') return 'secret-missing';
  return secret.length === 1 ? 'secret-incomplete' : undefined;
}

/** Whether the letters make no whole number of bytes: the last one counts for nothing, or one is missing. */
export function isLetterOver(typed: string): boolean {
  const { length } = secretLettersOf(typed);
  return length >= USUAL_CHARACTERS && [1, 3, 6].includes(length % 8);
}

/** Whether the text is a set-up link rather than a secret. The scheme alone decides, whatever unseen characters were copied before it; the parser checks the rest. */
export function isSetupLink(typed: string): boolean {
  return /^[\s\p{Cf}]*[a-z][a-z0-9+.-]*:/iu.test(typed);
}
