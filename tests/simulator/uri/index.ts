import type { SeededRandom } from '../random.ts';
import type { TotpKey } from '../totp.ts';
import { hotp } from './hotp.ts';
import { invalidBase32 } from './invalid-base32.ts';
import { labelOnly } from './label-only.ts';
import { lowerCase } from './lower-case.ts';
import { migration } from './migration.ts';
import { noIssuer } from './no-issuer.ts';
import { padded } from './padded.ts';
import { percentSpace } from './percent-space.ts';
import { plusEmail } from './plus-email.ts';
import { plusSpace } from './plus-space.ts';
import { secret16, secret26, secret32, secret52 } from './secret-length.ts';
import { sha256 } from './sha256.ts';
import { spaced } from './spaced.ts';
import { standard } from './standard.ts';
import { steam } from './steam.ts';
import type { UriVariant } from './uri-variant.ts';

const register: Readonly<Record<string, UriVariant>> = {
  standard,
  'label-only': labelOnly,
  'no-issuer': noIssuer,
  'percent-space': percentSpace,
  'plus-space': plusSpace,
  'plus-email': plusEmail,
  'lower-case': lowerCase,
  padded,
  spaced,
  'secret-16': secret16,
  'secret-26': secret26,
  'secret-32': secret32,
  'secret-52': secret52,
  'sha256-8-60': sha256,
  'invalid-base32': invalidBase32,
  hotp,
  steam,
  migration,
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
