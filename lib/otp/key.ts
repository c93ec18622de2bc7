import { AppError } from '../errors.ts';
import { PERIOD_SECONDS, type Algorithm, type TotpKey } from './account.ts';

/** RFC 4226 section 4 R6 asks for 16 bytes and advises 20; ten occur at large issuers. */
const SECRET_BYTES = { least: 10, ordinary: 16, most: 64 } as const;

const ALGORITHMS: ReadonlyMap<string, Algorithm> = new Map([
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
  const algorithm = ALGORITHMS.get(name);
  if (algorithm === undefined) throw new AppError('algorithm-unsupported');
  return algorithm;
}

/**
 * A key within the limits of every border (typed, scanned, pasted). A value
 * outside is refused and never moved inside: the codes would be wrong.
 * Throws 'secret-too-short', 'secret-too-long', 'digits-unsupported' or
 * 'period-unsupported'.
 */
export function checkKey(key: TotpKey): TotpKey {
  if (key.secret.length < SECRET_BYTES.least) throw new AppError('secret-too-short');
  if (key.secret.length > SECRET_BYTES.most) throw new AppError('secret-too-long');
  if (!isWithin(key.digits, 6, 8)) throw new AppError('digits-unsupported');
  if (!isWithin(key.periodSeconds, PERIOD_SECONDS.min, PERIOD_SECONDS.max))
    throw new AppError('period-unsupported');
  return key;
}

/** 'short' under 16 bytes (RFC 4226 section 4 R6): works, but is worth a word to the user. */
export function secretStrength(secret: Uint8Array<ArrayBuffer>): 'ordinary' | 'short' {
  return secret.length < SECRET_BYTES.ordinary ? 'short' : 'ordinary';
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
