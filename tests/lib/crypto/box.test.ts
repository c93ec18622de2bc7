import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BOX_KEY_BYTES, findUnboxed, publicKeyOf, sealTo } from '../../../lib/crypto/box.ts';
import { utf8 } from '../../../lib/crypto/bytes.ts';
import { seededBytes } from '../vault/memory-ports.ts';

function hex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, 'hex'));
}

describe('the box', () => {
  test.each([
    // RFC 7748 section 6.1: Alice and Bob.
    [
      '77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a',
      '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a',
    ],
    [
      '5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb',
      'de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f',
    ],
  ])('makes the public key of %s', async (privateKey, publicKey) => {
    expect(await publicKeyOf(hex(privateKey))).toEqual(hex(publicKey));
  });

  test('makes the public key Node makes', async () => {
    const pair = generateKeyPairSync('x25519');
    const { d = '', x = '' } = pair.privateKey.export({ format: 'jwk' });
    const privateKey = Uint8Array.from(Buffer.from(d, 'base64url'));
    expect(Buffer.from(await publicKeyOf(privateKey)).toString('base64url')).toBe(x);
  });

  test('is opened by its private key only, with its additional data only', async () => {
    const randomBytes = seededBytes('box');
    const privateKey = randomBytes(BOX_KEY_BYTES);
    const publicKey = await publicKeyOf(privateKey);
    const boxed = await sealTo(publicKey, utf8('a vault key'), utf8('data'), randomBytes);
    expect(await findUnboxed(privateKey, boxed, utf8('data'))).toEqual(utf8('a vault key'));
    expect(await findUnboxed(privateKey, boxed, utf8('other'))).toBeUndefined();
    expect(await findUnboxed(randomBytes(BOX_KEY_BYTES), boxed, utf8('data'))).toBeUndefined();
    await fc.assert(
      fc.asyncProperty(fc.nat(boxed.length - 1), fc.nat(7), async (at, bit) => {
        const flipped = boxed.slice();
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        expect(await findUnboxed(privateKey, flipped, utf8('data'))).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  test('an ephemeral key of low order opens nothing', async () => {
    const privateKey = seededBytes('low')(BOX_KEY_BYTES);
    expect(await findUnboxed(privateKey, new Uint8Array(92), utf8(''))).toBeUndefined();
    expect(await findUnboxed(privateKey, new Uint8Array(32), utf8(''))).toBeUndefined();
  });
});
