import { describe, expect, test } from 'vitest';
import { Formats } from '../../../lib/language/formats.ts';
import { groupDigits } from '../../../components/codes/group-digits.ts';
import {
  findTimeLeftWords,
  shortTimeLeft,
  untilNextText,
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

  test.each([1, 999, 1_000, 1_001, 99_000, 99_001, 120_000, 3_600_000, 3_600_001, 86_400_000])(
    'of %i ms says the same until it is asked for again, and another thing then',
    (leftMs) => {
      const textAt = (ms: number): string =>
        shortTimeLeft(Math.max(0, Math.ceil(ms / 1000)), formats);
      const nextMs = untilNextText(leftMs);
      expect(nextMs).toBeGreaterThan(0);
      expect(textAt(leftMs - nextMs + 1)).toBe(textAt(leftMs));
      expect(textAt(leftMs - nextMs)).not.toBe(textAt(leftMs));
    },
  );
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
