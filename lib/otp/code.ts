import { HOTP, Secret } from 'otpauth';
import { AppError } from '../errors.ts';
import type { Algorithm, Code, TotpKey } from './account.ts';

const HMAC_NAMES: Readonly<Record<Algorithm, string>> = {
  'SHA-1': 'SHA1',
  'SHA-256': 'SHA256',
  'SHA-512': 'SHA512',
};

/**
 * RFC 6238 section 4.2: T = floor((now - T0) / X) with T0 = 0.
 * `nowMs` is Unix time in milliseconds. Throws 'unexpected' for a time before
 * 1970 or not a number, because a code of a wrong step costs a try at the site.
 */
function counterAt(periodSeconds: number, nowMs: number): number {
  const counter = Math.floor(nowMs / 1000 / periodSeconds);
  if (!Number.isSafeInteger(counter) || counter < 0) throw new AppError('unexpected');
  return counter;
}

/** The HOTP value of RFC 4226 section 5.3 for one time step, with the span it is valid in. */
export function codeForCounter(key: TotpKey, counter: number): Code {
  const stepMs = key.periodSeconds * 1000;
  return {
    digits: HOTP.generate({
      secret: secretOf(key),
      algorithm: HMAC_NAMES[key.algorithm],
      digits: key.digits,
      counter,
    }),
    counter,
    startMs: counter * stepMs,
    endMs: (counter + 1) * stepMs,
  };
}

/** The code valid at `nowMs` (Unix time, milliseconds; correct it for clock skew before). */
export function codeAt(key: TotpKey, nowMs: number): Code {
  return codeForCounter(key, counterAt(key.periodSeconds, nowMs));
}

/** The code valid at `nowMs` and the one that follows it. */
export function codesAt(key: TotpKey, nowMs: number): { readonly code: Code; readonly next: Code } {
  const counter = counterAt(key.periodSeconds, nowMs);
  return { code: codeForCounter(key, counter), next: codeForCounter(key, counter + 1) };
}

// otpauth reads the whole buffer behind the bytes, so a view on a part of one
// is copied; the copy is short-lived and left to the collector.
function secretOf({ secret }: TotpKey): Secret {
  const whole = secret.byteLength === secret.buffer.byteLength ? secret : secret.slice();
  return new Secret({ buffer: whole.buffer });
}
