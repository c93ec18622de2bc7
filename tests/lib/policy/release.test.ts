import { describe, expect, test } from 'vitest';
import { decideRelease, type ReleaseFacts } from '../../../lib/policy/release.ts';

const NOW = 1_800_000_010_000;
const code = { digits: '123456', counter: 60_000_000, startMs: NOW - 10_000, endMs: NOW + 20_000 };
const good: ReleaseFacts = {
  siteMs: NOW,
  promptState: 'waiting',
  wasGiven: false,
  servedCounter: undefined,
  code,
};

describe('a code is given', () => {
  test('that nobody had', () => {
    expect(decideRelease(good)).toEqual({ kind: 'give' });
  });
});

test('the same code goes again to the same prompt when the answer was lost', () => {
  const lost: ReleaseFacts = { ...good, promptState: 'served', wasGiven: true };
  expect(decideRelease({ ...lost, servedCounter: code.counter })).toEqual({ kind: 'give' });
  expect(decideRelease(lost)).toEqual({ kind: 'wait', untilMs: code.endMs });
});

test.each(['done', 'refused'] as const)(
  'but not once the page has said that it is %s',
  (promptState) => {
    const { counter } = code;
    const served = { wasGiven: true, servedCounter: counter };
    expect(decideRelease({ ...good, ...served, promptState })).toEqual({
      kind: 'wait',
      untilMs: code.endMs,
    });
  },
);

describe('the next code is waited for', () => {
  test.each<[string, Partial<ReleaseFacts>]>([
    ['with under 3 s left', { siteMs: code.endMs - 2_999 }],
    ['when this step was used', { wasGiven: true }],
  ])('%s', (_words, facts) => {
    expect(decideRelease({ ...good, ...facts })).toEqual({ kind: 'wait', untilMs: code.endMs });
  });
  test('but not with exactly 3 s left', () => {
    expect(decideRelease({ ...good, siteMs: code.endMs - 3_000 })).toEqual({ kind: 'give' });
  });

  test.each([
    [1, 250],
    [10, 2_500],
    [12, 3_000],
    [86_400, 3_000],
  ])('of a step of %i s with under %i ms left', (seconds, leftMs) => {
    const startMs = code.startMs;
    const endMs = startMs + seconds * 1000;
    const own = { ...good, code: { ...code, startMs, endMs } };
    expect(decideRelease({ ...own, siteMs: endMs - leftMs })).toEqual({ kind: 'give' });
    expect(decideRelease({ ...own, siteMs: endMs - leftMs + 1 }).kind).toBe('wait');
  });
});
