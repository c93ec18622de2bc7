import { expect, test } from 'vitest';
import { takeLuma } from '../../../lib/qr/planes.ts';

test('a picture that begins with transparent black shows what lies behind from its first pixel on', () => {
  const pixels = [
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 255],
    [0, 0, 0, 0],
  ];
  const picture = { width: 4, height: 1, data: new Uint8ClampedArray(pixels.flat()) };
  expect([...takeLuma(picture, 255).data]).toEqual([255, 255, 0, 255]);
  expect([...takeLuma(picture, 0).data]).toEqual([0, 0, 0, 0]);
});
