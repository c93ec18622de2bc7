import * as fc from 'fast-check';
import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { decodeGrey, decodeRgba } from '../../../lib/qr/decode.ts';
import { encodeQr } from '../../../lib/qr/encode.ts';
import type { RgbaPicture } from '../../../lib/qr/picture.ts';
import { Random } from '../../bench/qr/random.ts';
import { drawQr, makeCanvas } from './draw.ts';

const URI =
  'otpauth://totp/TP-Link:maria%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=TP-Link';

test('the search ends when what was found will do', () => {
  const canvas = makeCanvas(600, 300);
  drawQr(canvas, encodeQr(URI), { x: 30, y: 40, modulePixels: 4 });
  drawQr(canvas, encodeQr('https://example.com/app'), { x: 350, y: 60, modulePixels: 5 });
  const found = decodeGrey(canvas, { isEnough: (codes) => codes.length > 0 });
  expect(found).toHaveLength(1);
});

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

test('a photograph in perspective is read by the decoders themselves', () => {
  const qr = encodeQr(URI);
  const canvas = makeCanvas(420, 420);
  for (let y = 0; y < 420; y += 1) {
    for (let x = 0; x < 420; x += 1) {
      // The further down, the wider: a screen seen from below.
      const depth = 0.72 + (0.28 * y) / 420;
      const u = ((x - 210) / depth / 300 + 0.5) * qr.size;
      const v = ((y - 60) / depth / 280) * qr.size;
      if (qr.rows[Math.floor(v)]?.[Math.floor(u)] === true) canvas.data[y * 420 + x] = 0;
    }
  }
  expect(decodeGrey(canvas).map(({ text }) => text)).toEqual([URI]);
});

test('a photograph in perspective is read as a part of a large picture, too', () => {
  const qr = encodeQr(URI);
  const canvas = makeCanvas(1600, 1200);
  for (let y = 0; y < 540; y += 1) {
    for (let x = 0; x < 420; x += 1) {
      // The further to the right, the further away.
      const depth = 1 - 0.0006 * x;
      const u = (x / depth / 526) * qr.size;
      const v = ((y - 270) / depth / 526 + 0.5) * qr.size;
      const isDark = qr.rows[Math.floor(v)]?.[Math.floor(u)] === true;
      if (isDark) canvas.data[(y + 500) * 1600 + x + 900] = 0;
    }
  }
  expect(decodeGrey(canvas).map(({ text }) => text)).toEqual([URI]);
});

test('bytes that are no UTF-8 are Latin-1', () => {
  const text = 'otpauth://totp/Caf\u00E9:m\u00FCller?secret=JBSWY3DPEHPK3PXP';
  const { size, data } = encode(Array.from(Buffer.from(text, 'latin1')));
  const canvas = makeCanvas(size * 4, size * 4);
  drawQr(canvas, { size, rows: data }, { x: 0, y: 0, modulePixels: 4 });
  expect(decodeGrey(canvas).map((found) => found.text)).toEqual([text]);
});

test.each([
  ['5K', 5120, 2706],
  ['6K', 6016, 3384],
])('a screen of %s is read, the large code and the small one', (_name, width, height) => {
  const canvas = makeCanvas(width, height, 245);
  drawQr(canvas, encodeQr(URI), { x: 2400, y: 900, modulePixels: 9 });
  drawQr(canvas, encodeQr('https://example.com/app'), { x: 201, y: 303, modulePixels: 2 });
  const texts = decodeGrey(canvas).map(({ text }) => text);
  expect(texts.toSorted()).toEqual(['https://example.com/app', URI]);
});

test('noise gives nothing, and the work on it has an end', () => {
  const random = new Random(3);
  const canvas = makeCanvas(240, 240);
  canvas.data.forEach((_shade, index) => {
    canvas.data[index] = random.whole(0, 255);
  });
  let asked = 0;
  const isOver = (): boolean => {
    asked += 1;
    return false;
  };
  expect(decodeGrey(canvas, { isOver })).toEqual([]);
  // Searches and the places tried in them: both are bounded.
  expect(asked).toBeLessThan(400);
});

test('any pixels are decoded or give nothing', () => {
  const pictures = fc
    .record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 40 }) })
    .chain(({ width, height }) =>
      fc
        .uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })
        .map((bytes) => ({ width, height, data: new Uint8ClampedArray(bytes) })),
    );
  fc.assert(
    fc.property(pictures, (picture) => {
      expect(decodeRgba(picture)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
