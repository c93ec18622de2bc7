import { expect, test } from 'vitest';
import { encodeQr } from '../../../lib/qr/encode.ts';
import type { Finder } from '../../../lib/qr/finder.ts';
import type { Place } from '../../../lib/qr/place.ts';
import { quickLook } from '../../../lib/qr/quick-look.ts';
import { drawQr, makeCanvas } from './draw.ts';

const MODULE = 4;
const qr = encodeQr('otpauth://totp/TP-Link:maria%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DP');

function placeAt(x: number, y: number, tone: Finder['tone'] = 'dark'): Place {
  const near = 3.5 * MODULE;
  const far = (qr.size - 3.5) * MODULE;
  return {
    topLeft: { x: x + near, y: y + near },
    topRight: { x: x + far, y: y + near },
    bottomLeft: { x: x + near, y: y + far },
    tone,
    roughSize: qr.size,
    finders: [],
    strain: 0,
  };
}

test.each([
  ['dark on light', 'dark', 20, 230],
  ['light on dark', 'light', 230, 20],
] as const)('a code %s shows itself by its fixed modules', (_words, tone, dark, light) => {
  const canvas = makeCanvas(300, 300, light);
  drawQr(canvas, qr, { x: 40, y: 40, modulePixels: MODULE }, { dark, light });
  const look = quickLook(canvas, placeAt(40, 40, tone));
  expect(look.timing).toBeGreaterThan(0.95);
  expect(look.fixed).toBe(1);
});

test.each([
  ['three modules aside', 3 * MODULE, 0],
  ['half a code further down', 0, (qr.size >> 1) * MODULE],
])('a place %s is not worth cutting out', (_words, dx, dy) => {
  const canvas = makeCanvas(400, 400);
  drawQr(canvas, qr, { x: 40, y: 40, modulePixels: MODULE });
  const { timing, fixed } = quickLook(canvas, placeAt(40 + dx, 40 + dy));
  expect(Math.min(timing, fixed)).toBeLessThan(0.5);
});
