import type { SeededRandom } from '../random.ts';
import type { TotpKey } from '../totp.ts';
import { standard } from './standard.ts';
import type { UriVariant } from './uri-variant.ts';

const register: Readonly<Record<string, UriVariant>> = {
  standard,
};

export const uriVariantNames: readonly string[] = Object.keys(register);

/** The otpauth text of a new enrolment and the key it means. */
export function makeEnrolmentUri(
  name: string,
  email: string,
  random: SeededRandom,
): { readonly uri: string; readonly key: TotpKey } {
  const variant = register[name];
  if (variant === undefined) throw new Error(`no such URI variant: ${name}`);
  const key: TotpKey = {
    secret: random.bytes(variant.secretBytes),
    algorithm: variant.algorithm,
    digits: variant.digits,
    periodSeconds: variant.periodSeconds,
  };
  return { uri: variant.write(key, email), key };
}
