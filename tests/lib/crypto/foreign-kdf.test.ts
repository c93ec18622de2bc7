import { argon2Sync, createHash, pbkdf2Sync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../../../lib/crypto/bytes.ts';
import {
  deriveForeignArgon2id,
  deriveForeignPbkdf2,
  deriveForeignScrypt,
  md5,
} from '../../../lib/crypto/foreign-kdf.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const salt = utf8('somesaltsomesalt');

test('scrypt gives the second vector of RFC 7914 section 12', async () => {
  const cost = { costFactor: 1024, blockSize: 8, parallelism: 16 };
  const key = await deriveForeignScrypt(utf8('password'), utf8('NaCl'), cost);
  expect(hex(key)).toBe('fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162');
});

test('MD5 gives a vector of RFC 1321, in any number of parts', async () => {
  expect(hex(await md5(utf8('message '), utf8('digest')))).toBe('f96b697d7cb7938d525a2f31aaf161d0');
  expect(hex(await md5())).toBe(createHash('md5').update('').digest('hex'));
});

test.each([1, 4])('Argon2id with %i lanes gives what OpenSSL does', async (parallelism) => {
  const cost = { memoryKib: 64, iterations: 2, parallelism };
  const expected = argon2Sync('argon2id', {
    message: 'pässword',
    nonce: salt,
    parallelism,
    tagLength: 24,
    memory: 64,
    passes: 2,
  });
  expect(hex(await deriveForeignArgon2id('pässword', salt, cost, 24))).toBe(hex(expected));
});

test('PBKDF2 gives what OpenSSL does', async () => {
  const key = await deriveForeignPbkdf2('pässword', salt, 'SHA-1', { iterations: 3, length: 66 });
  expect(hex(key)).toBe(pbkdf2Sync('pässword', salt, 3, 66, 'sha1').toString('hex'));
});

describe('costs beyond the bounds are refused before anything is computed', () => {
  test.each([
    { memoryKib: 1_048_577, iterations: 1, parallelism: 1 },
    { memoryKib: 1_048_576, iterations: 9, parallelism: 1 },
    { memoryKib: 64, iterations: 10_001, parallelism: 1 },
    { memoryKib: 64, iterations: 0, parallelism: 1 },
    { memoryKib: 7, iterations: 1, parallelism: 1 },
    { memoryKib: 64, iterations: 1, parallelism: 17 },
    { memoryKib: Number.NaN, iterations: 1, parallelism: 1 },
    { memoryKib: 64.5, iterations: 1, parallelism: 1 },
  ])('Argon2id %o', async (cost) => {
    await expect(deriveForeignArgon2id('x', salt, cost, 32)).rejects.toMatchObject({
      code: 'kdf-parameters-refused',
    });
  });

  test.each([
    { costFactor: 2 ** 21, blockSize: 1, parallelism: 1 },
    { costFactor: 2 ** 20, blockSize: 8, parallelism: 1 },
    { costFactor: 1000, blockSize: 8, parallelism: 1 },
    { costFactor: 1, blockSize: 8, parallelism: 1 },
    { costFactor: 1024, blockSize: 0, parallelism: 1 },
    { costFactor: 1024, blockSize: 8, parallelism: 17 },
  ])('scrypt %o', async (cost) => {
    await expect(deriveForeignScrypt(utf8('x'), salt, cost)).rejects.toMatchObject({
      code: 'kdf-parameters-refused',
    });
  });

  test.each([0, -1, 4_000_001, 1.5, Number.NaN])('PBKDF2 %d', async (iterations) => {
    await expect(
      deriveForeignPbkdf2('x', salt, 'SHA-256', { iterations, length: 32 }),
    ).rejects.toMatchObject({ code: 'kdf-parameters-refused' });
  });
});
