import { describe, expect, test } from 'vitest';
import { continued, isAskedAgain, parseSignIn, type SignIn } from '../../../lib/policy/sign-in.ts';

const NOW_MS = 1_000_000;
const SITE = 'vms-cloud';

function signIn(change: Partial<SignIn> = {}): SignIn {
  return { siteId: SITE, atMs: NOW_MS - 20_000, identity: 'maria@example.com', ...change };
}

function leftBefore(ms: number, sent: 'sent' | 'unknown'): SignIn {
  return signIn({ left: { atMs: NOW_MS - ms, sent } });
}

describe('a prompt after one that left with its code', () => {
  test.each([
    ['navigated to, asks again', leftBefore(500, 'unknown'), 'navigated', true],
    ['reloaded after something was sent, asks again', leftBefore(500, 'sent'), 'otherwise', true],
    ['reloaded with nothing sent, is fresh', leftBefore(500, 'unknown'), 'otherwise', false],
    ['after a slow answer, asks again', leftBefore(29_000, 'sent'), 'navigated', true],
    ['much later, is another matter', leftBefore(31_000, 'sent'), 'navigated', false],
    ['after the clock went back, is fresh', leftBefore(-1000, 'sent'), 'navigated', false],
    ['when none had left, is fresh', signIn(), 'navigated', false],
    ['without a log-in, is fresh', undefined, 'navigated', false],
  ] as const)('%s', (_title, before, arrival, expected) => {
    expect(isAskedAgain(before, SITE, arrival, NOW_MS)).toBe(expected);
  });

  test('on another site, is fresh', () => {
    expect(isAskedAgain(leftBefore(500, 'sent'), 'https://nvr.local', 'navigated', NOW_MS)).toBe(
      false,
    );
  });
});

describe('a log-in that goes on', () => {
  const before = signIn({ refused: 'refused', left: { atMs: NOW_MS - 500, sent: 'sent' } });

  test('with a click beside the form remembers what became of its code', () => {
    expect(continued(before, SITE, NOW_MS, undefined)).toEqual({ ...before, atMs: NOW_MS });
  });

  test('with another typing is a new attempt', () => {
    expect(continued(before, SITE, NOW_MS, 'Maria@Example.com')).toEqual({
      siteId: SITE,
      atMs: NOW_MS,
      identity: 'maria@example.com',
    });
  });

  test('on another site knows nothing of the one before', () => {
    const other = 'https://nvr.local';
    expect(continued(before, other, NOW_MS, undefined)).toEqual({ siteId: other, atMs: NOW_MS });
  });

  test('survives the death of the background', () => {
    expect(parseSignIn(structuredClone(before))).toEqual(before);
    expect(parseSignIn({ ...before, left: { atMs: 'now', sent: 'sent' } })).toBeUndefined();
  });
});
