import type { Algorithm, NewAccount } from './account.ts';
import { decodeBase32 } from './base32.ts';
import { checkKey, getAlgorithm } from './key.ts';
import { getName } from './name.ts';

/** What the form 'type the secret' holds. */
export interface TypedFields {
  readonly issuer: string;
  readonly label: string;
  /** base32; spaces, dashes, lower case and padding allowed. */
  readonly secret: string;
  readonly algorithm: Algorithm;
  readonly digits: number;
  readonly periodSeconds: number;
}

/**
 * The account of a filled-in form, under the same limits as an otpauth URI.
 * Throws AppError: 'secret-missing', 'secret-not-base32', 'secret-incomplete',
 * 'secret-too-short', 'secret-too-long', 'algorithm-unsupported', 'digits-unsupported',
 * 'period-unsupported', 'label-too-long', 'label-forbidden-character'.
 */
export function parseTypedAccount(typed: TypedFields): NewAccount {
  const key = checkKey({
    secret: decodeBase32(typed.secret),
    algorithm: getAlgorithm(typed.algorithm),
    digits: typed.digits,
    periodSeconds: typed.periodSeconds,
  });
  return { ...key, issuer: getName(typed.issuer), label: getName(typed.label) };
}
