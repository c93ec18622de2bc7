import { describe, expect, test } from 'vitest';
import { decodeGrey, decodeRgba } from '../../../lib/qr/decode.ts';
import { encodeQr } from '../../../lib/qr/encode.ts';
import type { RgbaPicture } from '../../../lib/qr/picture.ts';
import { drawQr, makeCanvas } from './draw.ts';

const URI =
  'otpauth://totp/TP-Link:maria%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=TP-Link';

describe('a grey picture', () => {
  test('without a quiet zone is read', () => {
    const qr = encodeQr(URI);
    const canvas = makeCanvas(qr.size * 4, qr.size * 4);
    drawQr(canvas, qr, { x: 0, y: 0, modulePixels: 4 });
    expect(decodeGrey(canvas).map(({ text }) => text)).toEqual([URI]);
  });

  test('with light modules on dark is read', () => {
    const qr = encodeQr(URI);
    const canvas = makeCanvas(qr.size * 4 + 40, qr.size * 4 + 40, 20);
    drawQr(canvas, qr, { x: 20, y: 20, modulePixels: 4 }, { dark: 230, light: 20 });
    expect(decodeGrey(canvas).map(({ text }) => text)).toEqual([URI]);
  });

  test('with two codes gives both, with their places', () => {
    const canvas = makeCanvas(600, 300);
    drawQr(canvas, encodeQr(URI), { x: 30, y: 40, modulePixels: 4 });
    drawQr(canvas, encodeQr('https://example.com/app'), { x: 350, y: 60, modulePixels: 5 });
    const found = decodeGrey(canvas).toSorted((a, b) => a.corners[0].x - b.corners[0].x);
    expect(found.map(({ text }) => text)).toEqual([URI, 'https://example.com/app']);
    expect(found[0]?.corners[0].x).toBeCloseTo(30, -1);
    expect(found[0]?.corners[0].y).toBeCloseTo(40, -1);
  });

  test('without a code gives nothing', () => {
    expect(decodeGrey(makeCanvas(100, 100))).toEqual([]);
  });

  test('is not looked at once the budget is over', () => {
    const qr = encodeQr(URI);
    const canvas = makeCanvas(qr.size * 4, qr.size * 4);
    drawQr(canvas, qr, { x: 0, y: 0, modulePixels: 4 });
    expect(decodeGrey(canvas, { isOver: () => true })).toEqual([]);
  });
});

test('a transparent RGBA picture is read as on white', () => {
  const qr = encodeQr(URI);
  const grey = makeCanvas(qr.size * 4, qr.size * 4);
  drawQr(grey, qr, { x: 0, y: 0, modulePixels: 4 });
  const rgba: RgbaPicture = {
    width: grey.width,
    height: grey.height,
    data: new Uint8ClampedArray(grey.data.length * 4),
  };
  // A bare canvas: black modules, and nothing at all (transparent black) between them.
  grey.data.forEach((shade, index) => {
    rgba.data[index * 4 + 3] = 255 - shade;
  });
  expect(decodeRgba(rgba).map(({ text }) => text)).toEqual([URI]);
});

test.each([
  ['picture-too-large', 5000, 5000, 0],
  ['picture-unreadable', 10, 10, 99],
  ['picture-unreadable', 0, 10, 0],
  ['picture-unreadable', -1, -1, 1],
  ['picture-unreadable', 1.5, 2, 3],
] as const)('%s: %d × %d with %d bytes', (code, width, height, bytes) => {
  expect(() => decodeGrey({ width, height, data: new Uint8Array(bytes) })).toThrow(code);
});
