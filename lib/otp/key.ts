import { AppError, type ErrorCode } from '../errors.ts';
import {
  ALGORITHMS,
  type Algorithm,
  COUNTER_MAX,
  DIGITS,
  type OtpKey,
  type OtpParameters,
  PERIOD_SECONDS,
  SECRET_BYTES,
  STEAM_PARAMETERS,
} from './account.ts';

const ALGORITHMS_BY_NAME: ReadonlyMap<string, Algorithm> = new Map([
  ['SHA1', 'SHA-1'],
  ['SHA256', 'SHA-256'],
  ['SHA512', 'SHA-512'],
]);

/**
 * An algorithm by any of its spellings in the wild: 'SHA1', 'sha-256',
 * 'HMACSHA512', 'HmacSHA1', 'Algorithm.sha1'. Throws 'algorithm-unsupported'.
 */
export function getAlgorithm(spelling: string): Algorithm {
  const name = spelling
    .replaceAll(/[a-z]+/gu, (letters) => letters.toUpperCase())
    .replace(/^ALGORITHM\./u, '')
    .replaceAll(/[-_ ]/gu, '')
    .replace(/^HMAC/u, '');
  const algorithm = ALGORITHMS_BY_NAME.get(name);
  if (algorithm === undefined) throw new AppError('algorithm-unsupported');
  return algorithm;
}

/** What is wrong with these parameters; undefined where codes can be computed by them. */
export function findParametersError(key: OtpParameters): ErrorCode | undefined {
  if (!ALGORITHMS.includes(key.algorithm)) return 'algorithm-unsupported';
  if (!isWithin(key.digits, DIGITS.min, DIGITS.max)) return 'digits-unsupported';
  if (key.type === 'hotp') {
    return isWithin(key.counter, 0, COUNTER_MAX) ? undefined : 'counter-unsupported';
  }
  if (!isWithin(key.periodSeconds, PERIOD_SECONDS.min, PERIOD_SECONDS.max)) {
    return 'period-unsupported';
  }
  // Other ones would be a mistake of whoever wrote them down, and every code would be wrong.
  const isSteam = isSameKey(key, STEAM_PARAMETERS);
  return key.type === 'steam' && !isSteam ? 'otp-type-unsupported' : undefined;
}

/**
 * A key within the limits of every border (typed, scanned, pasted). A value
 * outside is refused and never moved inside: the codes would be wrong.
 * Throws 'secret-missing', 'secret-too-long' and what findParametersError finds.
 */
export function checkKey<Key extends OtpKey>(key: Key): Key {
  if (key.secret.length < SECRET_BYTES.min) throw new AppError('secret-missing');
  if (key.secret.length > SECRET_BYTES.max) throw new AppError('secret-too-long');
  const code = findParametersError(key);
  if (code !== undefined) throw new AppError(code);
  return key;
}

/** The parameters and nothing else, whatever the object carries beside them. */
export function parametersOf(key: OtpParameters): OtpParameters {
  const { algorithm, digits } = key;
  return key.type === 'hotp'
    ? { type: key.type, algorithm, digits, counter: key.counter }
    : { type: key.type, algorithm, digits, periodSeconds: key.periodSeconds };
}

/** Whether the same secret gives the same codes; a counter that has moved on is no other key. */
export function isSameKey(one: OtpParameters, other: OtpParameters): boolean {
  if (one.algorithm !== other.algorithm || one.digits !== other.digits) return false;
  if (one.type === 'hotp' || other.type === 'hotp') return one.type === other.type;
  return one.type === other.type && one.periodSeconds === other.periodSeconds;
}

/**
 * Whether six digits may be a mistake: exports of several apps say 'totp' of a
 * Steam account, whose codes are letters. Nobody but the user knows.
 */
export function mayBeSteam(
  account: OtpParameters & { readonly issuer: string; readonly label: string },
): boolean {
  const name = account.issuer.trim() || account.label.trim();
  return account.type === 'totp' && /^steam\b/iu.test(name);
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}
