import type { NewAccount, OtpParameters } from './account.ts';
import { decodeBase32 } from './base32.ts';
import { checkKey, parametersOf } from './key.ts';
import { getName } from './name.ts';

/** What the form 'type the secret' holds. */
export type TypedFields = OtpParameters & {
  readonly issuer: string;
  readonly label: string;
  /** base32; spaces, dashes, lower case and padding allowed. */
  readonly secret: string;
};

/**
 * The account of a filled-in form, under the same limits as an otpauth URI.
 * Throws AppError: 'secret-missing', 'secret-not-base32', 'secret-incomplete',
 * 'secret-too-long', 'label-too-long', 'label-forbidden-character' and what
 * findParametersError finds.
 */
export function parseTypedAccount(typed: TypedFields): NewAccount {
  const key = checkKey({ ...parametersOf(typed), secret: decodeBase32(typed.secret) });
  return { ...key, issuer: getName(typed.issuer), label: getName(typed.label) };
}
