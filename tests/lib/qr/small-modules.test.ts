import { expect, test } from 'vitest';
import { decodeGrey } from '../../../lib/qr/decode.ts';
import { encodeQr, type QrMatrix } from '../../../lib/qr/encode.ts';
import { drawQr, makeCanvas } from './draw.ts';

const START = 'otpauth-migration://offline?data=';

/** The first code of an export that has this many modules a side. */
function codeOf(size: number): { readonly text: string; readonly qr: QrMatrix } {
  for (let text = START; text.length < 1000; text += 'Cj0KFAE9') {
    const qr = encodeQr(text);
    if (qr.size === size) return { text, qr };
  }
  throw new Error(`no code of ${size} modules`);
}

// Versions 6, 9, 12 and 15: exports of one account to several, as pages show them at their smallest.
test.each([41, 53, 65, 77])('a code of %i modules is read at two pixels a module', (size) => {
  const { text, qr } = codeOf(size);
  for (const offset of [0, 1]) {
    const canvas = makeCanvas(size * 2 + 61, size * 2 + 47);
    drawQr(canvas, qr, { x: 24 + offset, y: 17 + offset, modulePixels: 2 });
    expect(decodeGrey(canvas).map((found) => found.text)).toEqual([text]);
  }
});
