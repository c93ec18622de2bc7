import { expect, test } from 'vitest';
import { decodeRgba } from '../../../lib/qr/decode.ts';
import { drawScene, families } from './scenes.ts';

const SEEDS = [11, 12, 13];

// Exact hits: all of them. What a change loses shows by family and seed.
test.each(Object.keys(families).flatMap((family) => SEEDS.map((seed) => ({ family, seed }))))(
  '$family, seed $seed, is read among text and rings',
  ({ family, seed }) => {
    const { picture, text } = drawScene(family, seed);
    expect(decodeRgba(picture).map((found) => found.text)).toEqual([text]);
  },
  60_000,
);
