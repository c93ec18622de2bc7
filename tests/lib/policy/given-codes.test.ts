import { describe, expect, test } from 'vitest';
import {
  parseGivenCodes,
  type PresentCode,
  wasGiven,
  withGiven,
  withoutGiven,
} from '../../../lib/policy/given-codes.ts';

const STEP_MS = 30_000;
const NOW = 1_800_000_010_000;
const HOUR_STEPS = 120;
const HOUR_MS = HOUR_STEPS * STEP_MS;

/** The code of this moment by the clock of a site. */
function presentAt(nowMs: number, siteId = 'vms-cloud', clockOffsetMs = 0): PresentCode {
  const counter = Math.floor((nowMs + clockOffsetMs) / STEP_MS);
  const [startMs, endMs] = [counter * STEP_MS, (counter + 1) * STEP_MS];
  return { siteId, clockOffsetMs, nowMs, code: { digits: '123456', counter, startMs, endMs } };
}

const present = presentAt(NOW);
const { counter } = present.code;

test('a code is given once, and that of another step is another', () => {
  expect(wasGiven(undefined, present)).toBe(false);
  const codes = withGiven(undefined, present);
  expect(wasGiven(codes, present)).toBe(true);
  expect(wasGiven(codes, presentAt(NOW + STEP_MS))).toBe(false);
  expect(withGiven(codes, present)).toEqual(codes);
});

test('once for all sites whose clocks agree, and for those less than a step apart', () => {
  const codes = withGiven(undefined, present);
  expect(wasGiven(codes, presentAt(NOW, 'nvr'))).toBe(true);
  expect(wasGiven(codes, presentAt(NOW, 'nvr', 5_000))).toBe(true);
});

test('a code that never came to its page can be given again, and no other', () => {
  const codes = withGiven(withGiven(undefined, presentAt(NOW - STEP_MS)), present);
  const left = withoutGiven(codes, { counter, siteId: 'vms-cloud' });
  expect(left.map((one) => one.counter)).toEqual([counter - 1]);
  expect(withoutGiven(codes, { counter, siteId: 'nvr' })).toEqual(codes);
});

describe('a clock was ahead and is right again:', () => {
  test.each([
    ["this computer's", presentAt(NOW + HOUR_MS)],
    ["the site's, as the user had applied it", presentAt(NOW, 'vms-cloud', HOUR_MS)],
  ])('%s', (_whose, ahead) => {
    const codes = withGiven(undefined, ahead);
    expect(wasGiven(codes, present)).toBe(false);
    const now = withGiven(codes, present);
    expect(now.map((one) => one.counter)).toEqual([counter]);
    expect(wasGiven(now, presentAt(NOW + HOUR_MS))).toBe(false);
  });

  test('the code of the very next step may have been accepted, and is not given again', () => {
    const codes = withGiven(withGiven(undefined, presentAt(NOW + STEP_MS)), present);
    expect(wasGiven(codes, presentAt(NOW + STEP_MS))).toBe(true);
    expect(wasGiven(codes, presentAt(NOW + 2 * STEP_MS))).toBe(false);
  });
});

describe('a site whose own clock is an hour ahead', () => {
  const own = presentAt(NOW, 'nvr', HOUR_MS);

  test('keeps its step while another site is given codes', () => {
    const codes = withGiven(withGiven(undefined, own), present);
    expect(wasGiven(codes, own)).toBe(true);
    expect(wasGiven(codes, present)).toBe(true);
  });

  test('bars no step of the other site when the time of that step comes there', () => {
    const codes = withGiven(undefined, own);
    expect(wasGiven(codes, presentAt(NOW + HOUR_MS))).toBe(false);
  });
});

test('sixteen are remembered, the oldest goes first', () => {
  let codes = withGiven(undefined, present);
  for (let step = 1; step <= 16; step++) codes = withGiven(codes, presentAt(NOW + step * STEP_MS));
  expect(codes).toHaveLength(16);
  expect(codes[0]?.counter).toBe(counter + 1);
});

test('what the session memory has otherwise is left out', () => {
  const codes = withGiven(undefined, present);
  expect(parseGivenCodes([...codes, 60, null, { counter: '1' }])).toEqual(codes);
  expect(parseGivenCodes('text')).toBeUndefined();
});
