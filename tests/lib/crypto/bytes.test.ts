import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concat, equalBytes, findUtf8, sha256, utf8, wipe } from '../../../lib/crypto/bytes.ts';

const bytes = fc.uint8Array({ maxLength: 64 }).map((array) => Uint8Array.from(array));
/** Any Unicode text; fast-check's own unit of all code points takes seconds to set up. */
const texts = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }).filter((point) => point >> 11 !== 0x1b))
  .map((points) => String.fromCodePoint(...points));

test('equal bytes are equal, and one changed bit or length makes them different', () => {
  fc.assert(
    fc.property(bytes, fc.nat(), fc.integer({ min: 0, max: 7 }), (array, position, bit) => {
      expect(equalBytes(array, array.slice())).toBe(true);
      expect(equalBytes(array, concat(array, new Uint8Array(1)))).toBe(false);
      if (array.length === 0) return;
      const other = array.slice();
      const index = position % array.length;
      other[index] = (other[index] ?? 0) ^ (1 << bit);
      expect(equalBytes(array, other)).toBe(false);
    }),
  );
});

test('text survives UTF-8, and what is no UTF-8 is no text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(findUtf8(utf8(text))).toBe(text);
    }),
  );
  expect(findUtf8(utf8('\uFEFFmaria'))).toBe('\uFEFFmaria');
  expect(findUtf8(Uint8Array.of(0xff))).toBeUndefined();
});

test('a wiped secret is zeros', () => {
  const secret = Uint8Array.of(1, 2, 3);
  wipe(secret);
  expect(secret).toEqual(new Uint8Array(3));
});

test('SHA-256 is the one Node computes', async () => {
  const expected = createHash('sha256').update('nightlatch').digest('base64');
  expect(Buffer.from(await sha256(utf8('nightlatch'))).toString('base64')).toBe(expected);
});
