import { expect, test } from 'vitest';
import { findCutFinders } from '../../../lib/qr/cut-finder.ts';
import { encodeQr } from '../../../lib/qr/encode.ts';
import { drawQr, makeCanvas } from './draw.ts';

const MODULE = 4;
const AT = { x: 40, y: 40, modulePixels: MODULE };
const qr = encodeQr('otpauth://totp/TP-Link:maria%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DP');
const top = AT.y + 3.5 * MODULE;
const bottom = AT.y + (qr.size - 3.5) * MODULE;

/** The code, with what lies above or below this row under something black. */
function covered(part: 'above' | 'below', row: number) {
  const canvas = makeCanvas(300, 300);
  drawQr(canvas, qr, AT);
  const edge = Math.round(row) * canvas.width;
  if (part === 'above') canvas.data.fill(0, 0, edge);
  else canvas.data.fill(0, edge);
  return canvas;
}

test.each([
  ['upper', 'above', top],
  ['lower', 'below', bottom],
] as const)('a finder whose %s half lies under something is told its middle', (_half, part, y) => {
  const finders = findCutFinders(covered(part, y), 40, 1);
  const x = AT.x + 3.5 * MODULE;
  const found = finders.filter((one) => Math.abs(one.x - x) <= 1 && Math.abs(one.y - y) <= 1);
  expect(found).toMatchObject([{ tone: 'dark', modulePixels: MODULE }]);
});
