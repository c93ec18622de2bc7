import { argon2id as nobleArgon2id } from '@noble/hashes/argon2.js';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  type Argon2idCost,
  calibrateCost,
  checkCost,
  COST_FLOOR,
  derivePassphraseKey,
  isBelowFloor,
} from '../../../lib/crypto/argon2id.ts';

const SALT = Uint8Array.from({ length: 16 }, (_, index) => index + 1);

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('Argon2id', () => {
  test('says that WebAssembly is off where a policy has taken it away', async () => {
    vi.stubGlobal('WebAssembly', undefined);
    await expect(derivePassphraseKey('horse', SALT, COST_FLOOR)).rejects.toMatchObject({
      code: 'webassembly-off',
    });
  });

  test('gives the known answer at the floor', async () => {
    const key = toHex(await derivePassphraseKey('correct horse battery staple', SALT, COST_FLOOR));
    expect(key).toMatch(/^d8ebeb50.{48}61ac7a0c$/);
  });

  test('gives what an independent implementation gives', async () => {
    const cost = fc.constantFrom<Argon2idCost>(
      { memoryKib: 19_456, iterations: 2, parallelism: 1 },
      { memoryKib: 19_460, iterations: 2, parallelism: 4 },
    );
    await fc.assert(
      fc.asyncProperty(fc.string(), cost, async (passphrase, params) => {
        fc.pre(passphrase !== '');
        const expected = nobleArgon2id(passphrase.normalize('NFKC'), SALT, {
          m: params.memoryKib,
          t: params.iterations,
          p: params.parallelism,
          dkLen: 32,
        });
        expect(toHex(await derivePassphraseKey(passphrase, SALT, params))).toBe(toHex(expected));
      }),
      { numRuns: 3 },
    );
  });

  test('takes the same passphrase from any keyboard (NFKC)', async () => {
    const composed = await derivePassphraseKey('\u00e9t\u00e9 \ufb01n', SALT, COST_FLOOR);
    const decomposed = await derivePassphraseKey('e\u0301te\u0301 fin', SALT, COST_FLOOR);
    expect(toHex(composed)).toBe(toHex(decomposed));
  });

  const refused: readonly Argon2idCost[] = [
    { memoryKib: 19_455, iterations: 16, parallelism: 1 },
    { memoryKib: 262_145, iterations: 3, parallelism: 1 },
    { memoryKib: 47_103, iterations: 1, parallelism: 1 },
    { memoryKib: 65_536, iterations: 0, parallelism: 1 },
    { memoryKib: 65_536, iterations: 17, parallelism: 1 },
    { memoryKib: 65_536, iterations: 1e9, parallelism: 1 },
    { memoryKib: 65_536, iterations: 3, parallelism: 0 },
    { memoryKib: 65_536, iterations: 3, parallelism: 5 },
    { memoryKib: 65_536.5, iterations: 3, parallelism: 1 },
    { memoryKib: Number.NaN, iterations: 3, parallelism: 1 },
    { memoryKib: 65_536, iterations: Number.POSITIVE_INFINITY, parallelism: 1 },
  ];
  test.each(refused)(
    'refuses $memoryKib KiB, t=$iterations, p=$parallelism before running it',
    async (cost) => {
      expect(() => {
        checkCost(cost);
      }).toThrow('kdf-parameters-refused');
      await expect(derivePassphraseKey('x', SALT, cost)).rejects.toThrow('kdf-parameters-refused');
    },
  );

  const accepted: readonly Argon2idCost[] = [
    { memoryKib: 19_456, iterations: 2, parallelism: 1 },
    { memoryKib: 47_104, iterations: 1, parallelism: 1 },
    { memoryKib: 262_144, iterations: 16, parallelism: 4 },
  ];
  test.each(accepted)('takes $memoryKib KiB, t=$iterations, p=$parallelism', (cost) => {
    checkCost(cost);
  });

  test('a salt of another length is refused', async () => {
    const short = SALT.slice(1);
    await expect(derivePassphraseKey('x', short, COST_FLOOR)).rejects.toThrow(
      'kdf-parameters-refused',
    );
  });

  test.each([
    [1000, 3],
    [201, 3],
    [150, 4],
    [100, 6],
    [61, 9],
    [10, 10],
    [0, 10],
  ])('a machine that takes %i ms a pass gets %i passes', async (passMs, iterations) => {
    let elapsed = 0;
    const cost = await calibrateCost(
      () => elapsed,
      async () => {
        elapsed += passMs;
        return new Uint8Array(32);
      },
    );
    expect(cost).toEqual({ ...COST_FLOOR, iterations });
    expect(isBelowFloor(cost)).toBe(false);
  });
});
