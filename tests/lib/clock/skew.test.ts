import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSkew, isWorthTelling } from '../../../lib/clock/skew.ts';

const NOW = 1_800_000_000_000;

test('the true difference lies within the error it states', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -86_400_000, max: 86_400_000 }),
      fc.integer({ min: 0, max: 5_000 }),
      fc.integer({ min: 0, max: 5_000 }),
      fc.integer({ min: 0, max: 999 }),
      (trueSkewMs, thereMs, backMs, sentMs) => {
        const looked = NOW + sentMs + thereMs + trueSkewMs;
        const skew = findSkew({
          serverDateMs: Math.floor(looked / 1000) * 1000,
          sentMs: NOW + sentMs,
          receivedMs: NOW + sentMs + thereMs + backMs,
        });
        expect(skew).toBeDefined();
        expect(Math.abs((skew?.skewMs ?? 0) - trueSkewMs)).toBeLessThanOrEqual(
          (skew?.errorMs ?? 0) + 1,
        );
      },
    ),
  );
});

test.each([
  ['that took too long', { serverDateMs: NOW, sentMs: NOW, receivedMs: NOW + 10_001 }],
  ['that came before it was asked', { serverDateMs: NOW, sentMs: NOW, receivedMs: NOW - 1 }],
  ['of a day to come', { serverDateMs: NOW + 86_402_000, sentMs: NOW, receivedMs: NOW }],
  ['of a day long ago', { serverDateMs: NOW - 86_402_000, sentMs: NOW, receivedMs: NOW }],
  ['without a date', { serverDateMs: Number.NaN, sentMs: NOW, receivedMs: NOW }],
])('an answer %s says nothing', (_words, sample) => {
  expect(findSkew(sample)).toBeUndefined();
});

test.each([
  [41_000, 600, true],
  [-20_000, 600, true],
  [1_500, 600, false],
  [5_000, 4_000, false],
])('a difference of %i ms ± %i is worth telling: %s', (skewMs, errorMs, worth) => {
  expect(isWorthTelling({ skewMs, errorMs })).toBe(worth);
});
