import { describe, expect, test } from 'vitest';
import { Formats } from '../../../lib/language/formats.ts';
import { groupDigits } from '../../../components/codes/group-digits.ts';
import {
  findTimeLeftWords,
  secondsAtTick,
  shortTimeLeft,
  untilNextTick,
} from '../../../components/codes/time-left.ts';

const formats = new Formats('en');

describe('the time left', () => {
  test.each([
    [0, '0', undefined],
    [99, '99', undefined],
    [100, '1m', '1 minute'],
    [3_599, '59m', '59 minutes'],
    [3_600, '1h', '1 hour'],
    [86_399, '23h', '23 hours, 59 minutes'],
  ])('%i s is %s, %s', (seconds, short, words) => {
    expect(shortTimeLeft(seconds, formats)).toBe(short);
    expect(findTimeLeftWords(seconds, formats)).toBe(words);
  });

  const DAY_MS = 86_400_000;

  test.each([1, 999, 1_000, 1_001, 99_000, 99_001, 120_000, 3_600_000, 3_600_001, DAY_MS])(
    'of %i ms in a long step says the same until it is asked for again, and another thing then',
    (leftMs) => {
      const textAt = (ms: number): string => shortTimeLeft(secondsAtTick(ms, DAY_MS), formats);
      const nextMs = untilNextTick(leftMs, DAY_MS);
      expect(nextMs).toBeGreaterThan(0);
      expect(textAt(leftMs - nextMs + 1)).toBe(textAt(leftMs));
      expect(textAt(leftMs - nextMs)).not.toBe(textAt(leftMs));
    },
  );

  test.each([
    [30_000, [30, 27, 24, 21, 18, 15, 12, 9, 6, 5, 4, 3, 2, 1, 0]],
    [60_000, [60, 53, 47, 40, 33, 26, 20, 13, 6, 5, 4, 3, 2, 1, 0]],
    [10_000, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]],
  ])('a step of %i ms ticks at these seconds', (stepMs, ticks) => {
    const shown: number[] = [];
    for (let leftMs = stepMs; leftMs > 0; leftMs -= untilNextTick(leftMs, stepMs)) {
      shown.push(secondsAtTick(leftMs, stepMs));
    }
    expect([...shown, 0]).toEqual(ticks);
  });
});

test.each([
  ['12345', '12345'],
  ['RYH4D', 'RYH4D'],
  ['123456', '123 456'],
  ['1234567', '123 4567'],
  ['12345678', '1234 5678'],
  ['123456789', '123 456 789'],
  ['1234567890', '12345 67890'],
])('%s is read as %s', (digits, grouped) => {
  expect(groupDigits(digits).replaceAll('\u202f', ' ')).toBe(grouped);
});
