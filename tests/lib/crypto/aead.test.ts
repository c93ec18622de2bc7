import { createDecipheriv, hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findOpened, seal } from '../../../lib/crypto/aead.ts';
import { concat, utf8 } from '../../../lib/crypto/bytes.ts';
import { hmac, keySource } from '../../../lib/crypto/hkdf.ts';

function hex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, 'hex'));
}

async function rawKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

describe('AES-256-GCM', () => {
  // McGrew and Viega, 'The Galois/Counter Mode of Operation', test case 16.
  const key = hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308');
  const nonce = hex('cafebabefacedbaddecaf888');
  const plaintext = hex(
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72' +
      '1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
  );
  const additional = hex('feedfacedeadbeeffeedfacedeadbeefabaddad2');
  const ciphertext = hex(
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa' +
      '8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
      '76fc6ece0f4e1768cddf8853bb2d551b',
  );

  test('gives the published answer, nonce first and tag last', async () => {
    const sealed = await seal(await rawKey(key), nonce, plaintext, additional);
    expect(sealed).toEqual(concat(nonce, ciphertext));
    const decipher = createDecipheriv('aes-256-gcm', key, nonce);
    decipher.setAAD(additional).setAuthTag(ciphertext.slice(-16));
    expect(Uint8Array.from(decipher.update(ciphertext.slice(0, -16)))).toEqual(plaintext);
  });

  test('opens nothing when any bit of it, or of its additional data, was flipped', async () => {
    const aesKey = await rawKey(key);
    const sealed = await seal(aesKey, nonce, plaintext, additional);
    expect(await findOpened(aesKey, sealed, additional)).toEqual(plaintext);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sealed.length + additional.length - 1),
        fc.nat(7),
        async (at, bit) => {
          const whole = concat(sealed, additional);
          whole[at] = (whole[at] ?? 0) ^ (1 << bit);
          const parts = [whole.slice(0, sealed.length), whole.slice(sealed.length)] as const;
          expect(await findOpened(aesKey, ...parts)).toBeUndefined();
        },
      ),
    );
  });

  test.each([0, 11, 12, 27])('opens nothing of %i bytes', async (length) => {
    const aesKey = await rawKey(key);
    expect(await findOpened(aesKey, new Uint8Array(length), additional)).toBeUndefined();
  });
});

describe('HKDF-SHA256', () => {
  test('gives the answer of RFC 5869, test case 3 (no salt, no info)', async () => {
    const source = await keySource(new Uint8Array(22).fill(0x0b), new Uint8Array());
    expect(await source.bytes('', 42)).toEqual(
      hex('8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8'),
    );
  });

  test('gives what Node gives for any key, salt and use', async () => {
    const bytes = fc
      .uint8Array({ minLength: 16, maxLength: 32 })
      .map((key) => Uint8Array.from(key));
    await fc.assert(
      fc.asyncProperty(bytes, bytes, fc.string(), async (key, salt, info) => {
        const source = await keySource(key, salt);
        const expected = hkdfSync('sha256', key, salt, Buffer.from(info), 32);
        expect(await source.bytes(info, 32)).toEqual(new Uint8Array(expected));
      }),
      { numRuns: 30 },
    );
  });

  test('gives different keys for different uses', async () => {
    const source = await keySource(new Uint8Array(32), utf8('salt'));
    const one = await hmac(await source.hmac('nightlatch/v1/a'), utf8('x'));
    const other = await hmac(await source.hmac('nightlatch/v1/b'), utf8('x'));
    expect(one).not.toEqual(other);
  });
});
