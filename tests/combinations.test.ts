import { expect, test } from 'vitest';
import { combinations } from './e2e/driver/combinations.ts';

const SIZES = [134, 174, 256];
const RATIOS = [1, 1.25, 2];

test('a diagonal has each value of both at least once', () => {
  const pairs = combinations(SIZES, ['light', 'dark']);
  expect(pairs).toHaveLength(3);
  expect(new Set(pairs.map(([size]) => size))).toEqual(new Set(SIZES));
  expect(new Set(pairs.map(([, theme]) => theme))).toEqual(new Set(['light', 'dark']));
});

test('the diagonals of all shifts make every pair', () => {
  const pairs = RATIOS.flatMap((_ratio, shift) => combinations(SIZES, RATIOS, shift));
  expect(new Set(pairs.map(String)).size).toBe(SIZES.length * RATIOS.length);
});
