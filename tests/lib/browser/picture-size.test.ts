import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { pictureSizeOf } from '../../../lib/browser/picture-size.ts';

function head(...parts: readonly (string | readonly number[])[]): Uint8Array<ArrayBuffer> {
  const bytes = parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part));
  return Uint8Array.from([...bytes, ...Array.from({ length: 40 }, () => 0)]);
}

const PNG_FILE = new Uint8Array(PNG.sync.write(new PNG({ width: 8192, height: 61 })));

test.each([
  ['PNG', PNG_FILE, 8192, 61],
  ['GIF', head('GIF89a', [0x20, 0x03, 0x58, 0x02]), 800, 600],
  [
    // A preview in an APP1 segment, a table that is no frame, then the frame.
    'JPEG',
    head(
      [0xff, 0xd8, 0xff, 0xe1, 0, 8, 0xff, 0xc0, 0, 0, 0, 0],
      [0xff, 0xc4, 0, 3, 0],
      [0xff, 0xc2, 0, 17, 8, 0x18, 0x00, 0x20, 0x00],
    ),
    8192,
    6144,
  ],
  [
    'BMP from the top',
    head('BM', Array(16).fill(0), [64, 1, 0, 0, 0x10, 0xff, 0xff, 0xff]),
    320,
    240,
  ],
  [
    'WebP, extended',
    head('RIFF', [0, 0, 0, 0], 'WEBPVP8X', Array(8).fill(0), [0xff, 0x1f, 0, 0xff, 0x17, 0]),
    8192,
    6144,
  ],
  [
    'WebP',
    head('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', Array(10).fill(0), [0x80, 0x02, 0xe0, 0x01]),
    640,
    480,
  ],
  [
    'WebP, lossless',
    head('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0, 0x2f], [0x7f, 0xc2, 0x77, 0x00]),
    640,
    480,
  ],
] as const)('%s', (_kind, file, width, height) => {
  expect(pictureSizeOf(file)).toEqual({ width, height });
});

test.each([
  ['a text', head('otpauth://totp/Example:maria?secret=AAAA')],
  ['nothing', new Uint8Array()],
  ['a JPEG that ends before its frame', head([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff])],
  ['a JPEG out of step', head([0xff, 0xd8, 0, 0, 0, 0])],
])('%s has no size', (_what, file) => {
  expect(pictureSizeOf(file)).toBeUndefined();
});
