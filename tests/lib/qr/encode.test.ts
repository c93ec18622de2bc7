import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeGrey } from '../../../lib/qr/decode.ts';
import { encodeQr, MAX_QR_BYTES } from '../../../lib/qr/encode.ts';
import { drawQr, makeCanvas } from './draw.ts';

test('a text comes back from its QR', () => {
  const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
  fc.assert(
    fc.property(texts, (text) => {
      const qr = encodeQr(text);
      const canvas = makeCanvas(qr.size * 3, qr.size * 3);
      drawQr(canvas, qr, { x: 0, y: 0, modulePixels: 3 });
      expect(decodeGrey(canvas).map((found) => found.text)).toEqual([text]);
    }),
    { numRuns: 40, seed: 5 },
  );
});

test('a text of more bytes than the largest QR holds is refused by name', () => {
  expect(encodeQr('é'.repeat(MAX_QR_BYTES / 2)).size).toBe(177);
  expect(() => encodeQr('é'.repeat(MAX_QR_BYTES / 2 + 1))).toThrow('qr-too-much');
});
