import { argon2id } from 'hash-wasm';
import { AppError } from '../errors.ts';
import { type Bytes, utf8, wipe } from './bytes.ts';

/** Argon2id version 0x13 (RFC 9106). */
export interface Argon2idCost {
  readonly memoryKib: number;
  readonly iterations: number;
  readonly parallelism: number;
}

/** RFC 9106 section 4, second option, with one lane: what hash-wasm computes is one lane at a time. */
export const COST_FLOOR: Argon2idCost = { memoryKib: 65_536, iterations: 3, parallelism: 1 };
const CALIBRATION_TARGET_MS = 600;
const CALIBRATION_ITERATIONS_MAX = 10;
export const SALT_BYTES = 16;
const KEY_BYTES = 32;

/**
 * Bounds on costs that come from a disk or a file, checked before a single
 * byte is computed: the lower ones are OWASP's weakest accepted settings, the
 * upper ones keep a forged file from hanging the browser.
 * Throws 'kdf-parameters-refused'.
 */
export function checkCost(cost: Argon2idCost): void {
  const { memoryKib, iterations, parallelism } = cost;
  const within =
    Number.isSafeInteger(memoryKib) &&
    memoryKib >= 19_456 &&
    memoryKib <= 262_144 &&
    Number.isSafeInteger(iterations) &&
    iterations >= (memoryKib >= 47_104 ? 1 : 2) &&
    iterations <= 16 &&
    Number.isSafeInteger(parallelism) &&
    parallelism >= 1 &&
    parallelism <= 4;
  if (!within) throw new AppError('kdf-parameters-refused');
}

/** A cost that opens, but that we would not choose today: its slot is written anew. */
export function isBelowFloor(cost: Argon2idCost): boolean {
  return cost.memoryKib < COST_FLOOR.memoryKib || cost.iterations < COST_FLOOR.iterations;
}

/**
 * Throws 'webassembly-off' where nothing here can be computed: a policy that
 * forbids the just-in-time compiler takes WebAssembly away too
 * (DefaultJavaScriptJitSetting in Chromium). There is no fall-back in JavaScript:
 * without that compiler an iteration over 64 MiB takes it 17 s of processor time
 * (measured in Chromium 156), which is 51 s to open a vault at the floor, and
 * over a minute to make one.
 */
export function checkWebAssembly(): void {
  if (!Reflect.get(globalThis, 'WebAssembly')) throw new AppError('webassembly-off');
}

/**
 * 32 bytes from a passphrase; the caller wipes them. NFKC first, so that the
 * same passphrase typed on another keyboard is the same. Takes about 0.3 to
 * 1 s at the floor. Throws 'kdf-parameters-refused', 'webassembly-off'.
 */
export async function derivePassphraseKey(
  passphrase: string,
  salt: Bytes,
  cost: Argon2idCost,
): Promise<Bytes> {
  checkCost(cost);
  if (salt.length !== SALT_BYTES) throw new AppError('kdf-parameters-refused');
  checkWebAssembly();
  const password = utf8(passphrase.normalize('NFKC'));
  try {
    const key = await argon2id({
      password,
      salt,
      parallelism: cost.parallelism,
      iterations: cost.iterations,
      memorySize: cost.memoryKib,
      hashLength: KEY_BYTES,
      outputType: 'binary',
    });
    return new Uint8Array(key);
  } finally {
    wipe(password);
  }
}

/** The floor, with as many iterations as this machine does in about 600 ms. */
export async function calibrateCost(
  elapsedMs: () => number,
  derive: typeof derivePassphraseKey = derivePassphraseKey,
): Promise<Argon2idCost> {
  const startMs = elapsedMs();
  await derive('calibration', new Uint8Array(SALT_BYTES), { ...COST_FLOOR, iterations: 1 });
  const iterationMs = Math.max(elapsedMs() - startMs, 1);
  const iterations = Math.floor(CALIBRATION_TARGET_MS / iterationMs);
  return {
    ...COST_FLOOR,
    iterations: Math.min(Math.max(iterations, COST_FLOOR.iterations), CALIBRATION_ITERATIONS_MAX),
  };
}
