/** What the comparison of two pictures lets pass, and what not: every promise about a card's look rests on it. */
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { isAlike } from './is-alike.ts';

const SIZE = 40;
type Point = readonly [x: number, y: number];

/** A dark square and a letter of one pixel's width on white; `levels` says what some pixels are instead. */
function picture(levels: readonly (readonly [Point, number])[] = [], width = SIZE): Uint8Array {
  const png = new PNG({ width, height: SIZE });
  const paint = ([x, y]: Point, level: number): void => {
    png.data.fill(level, (y * width + x) * 4, (y * width + x) * 4 + 3);
    png.data[(y * width + x) * 4 + 3] = 255;
  };
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < width; x++) {
      const isSquare = x >= 5 && x < 20 && y >= 5 && y < 20;
      const isLetter = x === 30 && y >= 5 && y < 15;
      paint([x, y], isSquare || isLetter ? 20 : 240);
    }
  for (const [point, level] of levels) paint(point, level);
  return PNG.sync.write(png);
}

const column = (x: number, from: number, to: number): readonly Point[] =>
  Array.from({ length: to - from }, (_point, at) => [x, from + at]);

test('edges that are rounded otherwise are alike', () => {
  const corners: readonly Point[] = [
    [5, 5],
    [19, 5],
    [5, 19],
    [20, 12],
  ];
  expect(isAlike(picture(), picture(corners.map((corner) => [corner, 110])))).toBe(true);
  expect(isAlike(picture(), picture([[[30, 30], 235]]))).toBe(true);
});

test.each<[string, Uint8Array]>([
  ['a letter that is gone', picture(column(30, 5, 15).map((point) => [point, 240]))],
  ['a letter that is fainter', picture(column(30, 5, 15).map((point) => [point, 120]))],
  ['a line that was not there', picture(column(35, 5, 15).map((point) => [point, 120]))],
  ['a speck on what was plain', picture([[[30, 30], 120]])],
  ['a square of another shade', picture(column(12, 6, 19).map((point) => [point, 60]))],
  ['a picture of another size', picture([], SIZE + 1)],
])('%s is seen', (_what, other) => {
  expect(isAlike(picture(), other)).toBe(false);
  expect(isAlike(other, picture())).toBe(false);
});

test('a square that has moved is seen: too many edges differ', () => {
  const moved = [
    ...column(5, 5, 20).map((point) => [point, 240] as const),
    ...column(20, 5, 20).map((point) => [point, 20] as const),
  ];
  const taller = Array.from({ length: 4 }, (_side, at) => column(21 + at, 5, 20)).flat();
  expect(
    isAlike(picture(), picture([...moved, ...taller.map((point) => [point, 20] as const)])),
  ).toBe(false);
});
