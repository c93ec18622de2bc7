import { describe, expect, test } from 'vitest';
import { SIGN_IN_FRESH_MS } from '../../../lib/limits.ts';
import {
  isSamePromptAgain,
  parseSignIn,
  phaseAt,
  signInAfterInput,
  type SignIn,
} from '../../../lib/policy/sign-in.ts';

const NOW_MS = 1_800_000_000_000;
const SITE = 'vms-cloud';
const OTHER = 'https://nvr.local';
const SHAPE = '1/6/text';

function signIn(change: Partial<SignIn> = {}): SignIn {
  const identity = 'maria@example.com';
  return { siteId: SITE, atMs: NOW_MS - 20_000, identity, phase: 'asked', ...change };
}

function leftBefore(ms: number): SignIn {
  return signIn({ phase: 'accepted', left: { atMs: NOW_MS - ms, shape: SHAPE } });
}

describe('a log-in speaks', () => {
  test.each<[string, SignIn | undefined, string, string]>([
    ['for its site', signIn(), SITE, 'asked'],
    ['not for another site', signIn(), OTHER, 'none'],
    ['for five minutes', signIn({ atMs: NOW_MS - SIGN_IN_FRESH_MS }), SITE, 'asked'],
    ['no longer', signIn({ atMs: NOW_MS - SIGN_IN_FRESH_MS - 1 }), SITE, 'none'],
    ['not after the clock went back behind it', signIn({ atMs: NOW_MS + 1 }), SITE, 'none'],
    ['for a refusal while a slow server may answer', leftBefore(30_000), SITE, 'accepted'],
    ['and then of nothing more', leftBefore(30_001), SITE, 'over'],
    ['only where there is one', undefined, SITE, 'none'],
  ])('%s', (_title, row, siteId, phase) => {
    expect(phaseAt(row, siteId, NOW_MS)).toBe(phase);
  });
});

describe('a prompt is the answer to a code', () => {
  test.each<[string, SignIn | undefined, string, boolean]>([
    ['when it looks like the one that left', leftBefore(500), SHAPE, true],
    ['after a slow answer', leftBefore(29_000), SHAPE, true],
    ['not when it looks otherwise', leftBefore(500), '6/1/text', false],
    ['not much later', leftBefore(31_000), SHAPE, false],
    ['not after the clock went back', leftBefore(-1000), SHAPE, false],
    ['not when none had left', signIn(), SHAPE, false],
    ['not without a log-in', undefined, SHAPE, false],
  ])('%s', (_title, before, shape, expected) => {
    expect(isSamePromptAgain(before, shape, NOW_MS)).toBe(expected);
  });
});

describe('input in a log-in form', () => {
  const refused = signIn({ phase: 'refused', left: { atMs: NOW_MS - 500, shape: SHAPE } });

  test('begins a log-in', () => {
    expect(signInAfterInput(undefined, SITE, NOW_MS, ' Maria@Example.com')).toEqual({
      siteId: SITE,
      atMs: NOW_MS,
      identity: 'maria@example.com',
      phase: 'begun',
    });
  });

  test('that names nobody keeps the e-mail typed before, and what became of its code', () => {
    expect(signInAfterInput(refused, SITE, NOW_MS, undefined)).toEqual({
      ...refused,
      atMs: NOW_MS,
    });
  });

  test('that names nobody after a log-in that is over is of somebody not known', () => {
    for (const done of [leftBefore(500), leftBefore(30_001), signIn({ phase: 'over' })]) {
      expect(signInAfterInput(done, SITE, NOW_MS, undefined)).toEqual({
        siteId: SITE,
        atMs: NOW_MS,
        phase: 'begun',
      });
    }
  });

  test('that names somebody is a new attempt', () => {
    expect(signInAfterInput(refused, SITE, NOW_MS, 'karl@example.com')).toEqual({
      siteId: SITE,
      atMs: NOW_MS,
      identity: 'karl@example.com',
      phase: 'begun',
    });
  });

  test('knows nothing of another site, or of long ago', () => {
    const fresh = { atMs: NOW_MS, phase: 'begun' };
    expect(signInAfterInput(refused, OTHER, NOW_MS, undefined)).toEqual({
      ...fresh,
      siteId: OTHER,
    });
    const old = signIn({ atMs: NOW_MS - SIGN_IN_FRESH_MS - 1 });
    expect(signInAfterInput(old, SITE, NOW_MS, undefined)).toEqual({ ...fresh, siteId: SITE });
  });

  test('survives the death of the background', () => {
    expect(parseSignIn(structuredClone(refused))).toEqual(refused);
    expect(parseSignIn({ ...refused, left: { atMs: 'now', shape: SHAPE } })).toBeUndefined();
  });
});
