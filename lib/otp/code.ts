import { HOTP, Secret } from 'otpauth';
import { AppError } from '../errors.ts';
import type { Algorithm, Code, CountedCode, CountedKey, OtpKey, TimedKey } from './account.ts';

const HMAC_NAMES: Readonly<Record<Algorithm, string>> = {
  'SHA-1': 'SHA1',
  'SHA-256': 'SHA256',
  'SHA-512': 'SHA512',
};

/** Digits and letters that cannot be taken for each other, in the order of Steam's own apps. */
const STEAM_ALPHABET = '23456789BCDFGHJKMNPQRTVWXY';

/** As many as the 31 bits of a truncated HMAC have (RFC 4226 section 5.3). */
const ALL_DIGITS = 10;

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

/** The HOTP value of RFC 4226 section 5.3 for a counter, or Steam's letters for it. */
function digitsFor(key: OtpKey, counter: number): string {
  if (key.type !== 'steam') return hotpOf(key, counter, key.digits);
  let value = Number(hotpOf(key, counter, ALL_DIGITS));
  let letters = '';
  // The least significant letter comes first.
  for (let at = 0; at < key.digits; at++) {
    letters += STEAM_ALPHABET[value % STEAM_ALPHABET.length] ?? '';
    value = Math.floor(value / STEAM_ALPHABET.length);
  }
  return letters;
}

function hotpOf(key: OtpKey, counter: number, digits: number): string {
  const algorithm = HMAC_NAMES[key.algorithm];
  return HOTP.generate({ secret: secretOf(key), algorithm, digits, counter });
}

/** Throws 'otp-type-unsupported' for a key whose codes have no time. */
export function getTimed(key: OtpKey): TimedKey {
  if (key.type === 'hotp') throw new AppError('otp-type-unsupported');
  return key;
}

/** The code of a counter, for the user to send. */
export function countedCode(key: CountedKey, counter: number): CountedCode {
  return { digits: digitsFor(key, counter), counter };
}

/** The code of one time step, with the span it is valid in. */
export function codeForCounter(key: TimedKey, counter: number): Code {
  const stepMs = key.periodSeconds * 1000;
  return {
    digits: digitsFor(key, counter),
    counter,
    startMs: counter * stepMs,
    endMs: (counter + 1) * stepMs,
  };
}

/** The code valid at `nowMs` (Unix time, milliseconds; correct it for clock skew before). */
export function codeAt(key: TimedKey, nowMs: number): Code {
  return codeForCounter(key, counterAt(key.periodSeconds, nowMs));
}

/** The code valid at `nowMs` and the one that follows it. */
export function codesAt(
  key: TimedKey,
  nowMs: number,
): { readonly code: Code; readonly next: Code } {
  const counter = counterAt(key.periodSeconds, nowMs);
  return { code: codeForCounter(key, counter), next: codeForCounter(key, counter + 1) };
}

// The otpauth package reads the whole buffer behind the bytes, so a view on a part of one is
// copied; the copy is short-lived and left to the garbage collector.
function secretOf({ secret }: OtpKey): Secret {
  const whole = secret.byteLength === secret.buffer.byteLength ? secret : secret.slice();
  return new Secret({ buffer: whole.buffer });
}
