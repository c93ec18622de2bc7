/**
 * Key derivations of the files of other apps. Their costs are theirs, so the
 * bounds are wider than for a vault (argon2id.ts): a file is opened once, by
 * its owner, off the UI thread. Both bounds are checked before a byte is
 * computed or allocated. Nothing of this is ever adopted for a vault.
 */
import { argon2id, md5 as md5Hex, scrypt } from 'hash-wasm';
import { AppError } from '../errors.ts';
import { type Argon2idCost, checkWebAssembly } from './argon2id.ts';
import { type Bytes, concat, utf8, wipe } from './bytes.ts';

/** 1 GiB is the strong setting of Ente Auth, with four passes: the limit allows twice that time. */
const ARGON2ID = { memoryKib: 1_048_576, passesKib: 8 * 1_048_576, parallelism: 16 } as const;
/** Aegis takes 2^15, 8, 1: memory is 128·N·r bytes, time N·r·p. */
const SCRYPT = { memoryBytes: 268_435_456, work: 2 ** 23 } as const;
/** Twice the most that Bitwarden lets its users choose. */
const PBKDF2_ITERATIONS = 4_000_000;

export interface ScryptCost {
  readonly costFactor: number;
  readonly blockSize: number;
  readonly parallelism: number;
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}

function check(isWithin: boolean): void {
  if (!isWithin) throw new AppError('kdf-parameters-refused');
}

/**
 * Throws 'kdf-parameters-refused' where one of several derivations would, or
 * where all of them together cost more than one may; nothing is computed.
 */
export function checkForeignArgon2id(...costs: readonly Argon2idCost[]): void {
  for (const cost of costs) checkArgon2id(cost);
  const passesKib = costs.reduce((sum, cost) => sum + cost.memoryKib * cost.iterations, 0);
  check(passesKib <= ARGON2ID.passesKib);
}

function checkArgon2id({ memoryKib, iterations, parallelism }: Argon2idCost): void {
  check(
    isWhole(parallelism, 1, ARGON2ID.parallelism) &&
      isWhole(memoryKib, 8 * parallelism, ARGON2ID.memoryKib) &&
      isWhole(iterations, 1, 10_000),
  );
}

/** Argon2id v19 (RFC 9106). Throws 'kdf-parameters-refused'; RangeError where the memory is not to be had. */
export async function deriveForeignArgon2id(
  password: string,
  salt: Bytes,
  cost: Argon2idCost,
  length: number,
): Promise<Bytes> {
  const { memoryKib, iterations, parallelism } = cost;
  checkForeignArgon2id(cost);
  check(isWhole(salt.length, 8, 1024) && isWhole(length, 4, 1024));
  checkWebAssembly();
  const secret = utf8(password);
  try {
    const key = await argon2id({
      password: secret,
      salt,
      parallelism,
      iterations,
      memorySize: memoryKib,
      hashLength: length,
      outputType: 'binary',
    });
    return new Uint8Array(key);
  } finally {
    wipe(secret);
  }
}

/**
 * Throws 'kdf-parameters-refused' where one of several derivations would, or
 * where all of them together cost more than one may; nothing is computed.
 */
export function checkForeignScrypt(...costs: readonly ScryptCost[]): void {
  for (const cost of costs) checkScrypt(cost);
  check(costs.reduce((sum, cost) => sum + scryptWorkOf(cost), 0) <= SCRYPT.work);
}

function scryptWorkOf({ costFactor, blockSize, parallelism }: ScryptCost): number {
  return costFactor * blockSize * parallelism;
}

function checkScrypt({ costFactor, blockSize, parallelism }: ScryptCost): void {
  check(
    isWhole(costFactor, 2, 2 ** 20) &&
      Number.isInteger(Math.log2(costFactor)) &&
      isWhole(blockSize, 1, 64) &&
      isWhole(parallelism, 1, 16) &&
      128 * costFactor * blockSize <= SCRYPT.memoryBytes,
  );
}

/** scrypt (RFC 7914), 32 bytes. Throws 'kdf-parameters-refused'. */
export async function deriveForeignScrypt(
  password: Bytes,
  salt: Bytes,
  cost: ScryptCost,
): Promise<Bytes> {
  checkForeignScrypt(cost);
  checkWebAssembly();
  const key = await scrypt({ password, salt, ...cost, hashLength: 32, outputType: 'binary' });
  return new Uint8Array(key);
}

/** Throws 'kdf-parameters-refused' where a derivation would; nothing is computed. */
export function checkForeignPbkdf2(iterations: number): void {
  check(isWhole(iterations, 1, PBKDF2_ITERATIONS));
}

/** PBKDF2 (RFC 8018 section 5.2). Throws 'kdf-parameters-refused'. */
export async function deriveForeignPbkdf2(
  password: string,
  salt: Bytes,
  hash: 'SHA-1' | 'SHA-256',
  { iterations, length }: { readonly iterations: number; readonly length: number },
): Promise<Bytes> {
  checkForeignPbkdf2(iterations);
  const secret = utf8(password);
  const source = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
  wipe(secret);
  const params = { name: 'PBKDF2', hash, salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(params, source, length * 8));
}

/** Keys made by MD5 are what CryptoJS has; nothing of ours uses it. */
export async function md5(...parts: readonly Bytes[]): Promise<Bytes> {
  checkWebAssembly();
  const hex = await md5Hex(concat(...parts));
  return Uint8Array.from(hex.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));
}
