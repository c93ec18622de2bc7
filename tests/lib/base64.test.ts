import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAnyBase64, findBase64, toBase64, toBase64url } from '../../lib/base64.ts';

const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Uint8Array.from(array));

describe('base64', () => {
  test('writes what Node writes and reads it back', () => {
    fc.assert(
      fc.property(bytes, (array) => {
        expect(toBase64(array)).toBe(Buffer.from(array).toString('base64'));
        expect(findBase64(toBase64(array))).toEqual(array);
        expect(toBase64url(array)).toBe(Buffer.from(array).toString('base64url'));
      }),
    );
  });

  test('writes more bytes than a call may have arguments', () => {
    const large = new Uint8Array(300_000).fill(171);
    expect(findBase64(toBase64(large))).toEqual(large);
  });

  test.each(['Zg', 'Zg=', 'Zh==', 'Zm9=', 'Zg==\n', ' Zg==', 'Z g=', 'Zg-_', 'Zg==Zg==', '=', '%'])(
    'refuses %j, which is another way to write the same bytes or none',
    (text) => {
      expect(findBase64(text)).toBeUndefined();
    },
  );

  test('no two texts are the same bytes', () => {
    fc.assert(
      fc.property(fc.base64String(), fc.string(), (text, noise) => {
        for (const candidate of [text, noise, text + noise]) {
          const found = findBase64(candidate);
          if (found) expect(toBase64(found)).toBe(candidate);
        }
      }),
    );
  });
});

test('texts of others are read in either alphabet, with or without padding', () => {
  const expected = Uint8Array.of(0xfb, 0xff, 0xfe, 0x01);
  for (const text of ['+//+AQ==', '-__-AQ==', '-__-AQ'])
    expect(findAnyBase64(text)).toEqual(expected);
  for (const text of ['+//+A', 'a b=', 'é', 'AQ===']) expect(findAnyBase64(text)).toBeUndefined();
});
