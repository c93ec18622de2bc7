import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { sift } from '../../../../lib/page/qr/sieve.ts';
import type { RgbaPicture } from '../../../../lib/qr/picture.ts';
import { decodeGrey } from '../../../../lib/qr/decode.ts';

const URI =
  'otpauth://totp/TP-Link:maria%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=TP-Link';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

interface Look {
  readonly ink: Colour;
  readonly ground: Colour;
  /** Modules of quiet zone the page draws itself. */
  readonly border: number;
  readonly sidePx: number;
}

/** A code as a page draws it, each pixel the mean of 4 × 4 points. */
function drawn({ ink, ground, border, sidePx }: Look): RgbaPicture {
  const { data: modules, size } = encode(URI, { border });
  const data = new Uint8ClampedArray(sidePx * sidePx * 4);
  const moduleAt = (px: number): number => Math.floor((px / sidePx) * size);
  for (let y = 0; y < sidePx; y += 1) {
    for (let x = 0; x < sidePx; x += 1) {
      let share = 0;
      for (let point = 0; point < 16; point += 1) {
        const row = modules[moduleAt(y + (Math.floor(point / 4) + 0.5) / 4)];
        if (row?.[moduleAt(x + ((point % 4) + 0.5) / 4)]) share += 1 / 16;
      }
      const colour = ink.map(
        (level, channel) => level * share + (ground[channel] ?? 0) * (1 - share),
      );
      data.set(colour, (y * sidePx + x) * 4);
    }
  }
  return { width: sidePx, height: sidePx, data };
}

/** Soft light and shade, as in a camera picture. */
function scenery(sidePx: number): RgbaPicture {
  const data = new Uint8ClampedArray(sidePx * sidePx * 4).fill(255);
  for (let pixel = 0; pixel < sidePx * sidePx; pixel += 1) {
    const x = pixel % sidePx;
    const y = Math.floor(pixel / sidePx);
    const level = 128 + 60 * Math.sin(x / 23) + 50 * Math.cos(y / 17 + x / 41);
    data.set([level, level * 0.9, 255 - level], pixel * 4);
  }
  return { width: sidePx, height: sidePx, data };
}

/** What the page script would send, or undefined where it would stay silent. */
async function sent(picture: RgbaPicture) {
  const sifted = await sift(picture, async () => {});
  return typeof sifted === 'string' ? undefined : sifted;
}

const BLACK: Colour = [0, 0, 0, 255];
const WHITE: Colour = [255, 255, 255, 255];
const CLEAR: Colour = [0, 0, 0, 0];

const LOOKS: readonly (readonly [string, Omit<Look, 'sidePx'>])[] = [
  ['black on white with its quiet zone', { ink: BLACK, ground: WHITE, border: 4 }],
  ['black on white without a quiet zone', { ink: BLACK, ground: WHITE, border: 0 }],
  ['black on nothing', { ink: BLACK, ground: CLEAR, border: 0 }],
  ['white on nothing, for a dark page', { ink: WHITE, ground: [255, 255, 255, 0], border: 0 }],
  ['light on dark', { ink: [230, 230, 230, 255], ground: [20, 24, 27, 255], border: 0 }],
  [
    'grey on a lighter grey',
    { ink: [190, 190, 190, 255], ground: [225, 225, 225, 255], border: 0 },
  ],
  ['blue on light blue', { ink: [11, 90, 134, 255], ground: [200, 225, 250, 255], border: 2 }],
  [
    'red on a green of the same brightness',
    { ink: [200, 40, 40, 255], ground: [40, 122, 40, 255], border: 0 },
  ],
  ['black at a tenth of its strength', { ink: [0, 0, 0, 26], ground: CLEAR, border: 0 }],
];

describe.each([134, 174, 256, 480])('a code of %i px', (sidePx) => {
  test.each(LOOKS)('%s reaches the decoder readable', async (_words, look) => {
    const picture = await sent(drawn({ ...look, sidePx }));
    if (!picture) throw new Error('the sieve held it back');
    const { width, height, data } = picture;
    expect(decodeGrey({ width, height, data }).map(({ text }) => text)).toEqual([URI]);
  });
});

test('a large code is sent at a size the decoder likes', async () => {
  const picture = await sent(drawn({ ink: BLACK, ground: WHITE, border: 0, sidePx: 480 }));
  expect(picture?.width).toBeLessThan(260);
});

test('one colour is no picture', async () => {
  const { width, height } = { width: 160, height: 160 };
  const data = new Uint8ClampedArray(width * height * 4).fill(200);
  expect(await sift({ width, height, data }, async () => {})).toBe('blank');
});

test('a camera picture does not wake the background', async () => {
  expect(await sent(scenery(256))).toBeUndefined();
});
