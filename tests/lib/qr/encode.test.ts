import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeGrey } from '../../../lib/qr/decode.ts';
import { encodeQr } from '../../../lib/qr/encode.ts';
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
