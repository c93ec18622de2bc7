import qrcode from 'qrcode';
import toSjis from 'qrcode/helper/to-sjis.js';
import { expect, test } from 'vitest';
import { readWithJsQr, readWithQr } from '../../../lib/qr/engines.ts';
import { drawQr, makeCanvas } from './draw.ts';

function canvasOf(segments: Parameters<typeof qrcode.create>[0]) {
  const { modules } = qrcode.create(segments, { toSJISFunc: toSjis });
  const rows = Array.from({ length: modules.size }, (_row, y) =>
    Array.from({ length: modules.size }, (_module, x) => modules.get(y, x) === 1),
  );
  const side = (modules.size + 8) * 4;
  const canvas = makeCanvas(side, side, 255);
  drawQr(canvas, { size: modules.size, rows }, { x: 16, y: 16, modulePixels: 4 });
  return canvas;
}

test('digits, capitals, letters, Kanji and Latin-1 in one code are one text', () => {
  const canvas = canvasOf([
    { data: '0123', mode: 'numeric' },
    { data: 'HTTPS://A', mode: 'alphanumeric' },
    { data: new Uint8ClampedArray(Buffer.from('Büro ', 'utf8')), mode: 'byte' },
    { data: '漢字', mode: 'kanji' },
    { data: new Uint8ClampedArray(Buffer.from(' Café', 'latin1')), mode: 'byte' },
  ]);
  expect(readWithJsQr(canvas)?.text).toBe('0123HTTPS://ABüro 漢字 Café');
});

test('both decoders read the same text', () => {
  const canvas = canvasOf('otpauth://totp/Jürgen?secret=JBSWY3DPEHPK3PXP');
  expect(readWithJsQr(canvas)?.text).toBe(readWithQr(canvas)?.text);
});
