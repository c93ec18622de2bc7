import { describe, expect, test } from 'vitest';
import { decideRelease, type ReleaseFacts } from '../../../lib/policy/release.ts';
import { SIGN_IN_FRESH_MS } from '../../../lib/limits.ts';
import { continued, type SignIn } from '../../../lib/policy/sign-in.ts';

const NOW = 1_800_000_010_000;
const code = { digits: '123456', counter: 60_000_000, startMs: NOW - 10_000, endMs: NOW + 20_000 };
const signIn: SignIn = { siteId: 'vms-cloud', atMs: NOW - 4_000, identity: 'maria@example.com' };
const good: ReleaseFacts = {
  act: 'by-itself',
  nowMs: NOW,
  siteMs: NOW,
  siteId: 'vms-cloud',
  promptState: 'waiting',
  signIn,
  releasedCounter: undefined,
  servedCounter: undefined,
  code,
};

describe('a code is given by itself', () => {
  test('after a log-in the user typed', () => {
    expect(decideRelease(good)).toEqual({ kind: 'give' });
  });
  test('when an earlier code of the account was used in an earlier step', () => {
    expect(decideRelease({ ...good, releasedCounter: code.counter - 1 })).toEqual({ kind: 'give' });
  });
});

test('the same code goes again to the same prompt when the answer was lost', () => {
  const lost: ReleaseFacts = { ...good, promptState: 'served', releasedCounter: code.counter };
  expect(decideRelease({ ...lost, servedCounter: code.counter })).toEqual({ kind: 'give' });
  expect(decideRelease(lost)).toEqual({ kind: 'wait', untilMs: code.endMs });
});

test.each(['done', 'refused'] as const)(
  'but not once the page has said that it is %s, not even by hand',
  (promptState) => {
    const { counter } = code;
    const served = { releasedCounter: counter, servedCounter: counter };
    expect(decideRelease({ ...good, ...served, promptState, act: 'by-hand' })).toEqual({
      kind: 'wait',
      untilMs: code.endMs,
    });
  },
);

describe('no code is given by itself', () => {
  test.each<[string, Partial<ReleaseFacts>]>([
    ['to a page the user did not sign in to', { signIn: undefined }],
    ['to another site than the one signed in to', { siteId: 'https://other.test' }],
    ['five minutes after the last trusted input', { nowMs: NOW + SIGN_IN_FRESH_MS }],
    ['when the clock went back behind the log-in', { nowMs: NOW - 60_000 }],
    ['to a prompt that had its code', { promptState: 'done' }],
    ['to a prompt whose page refused one', { promptState: 'refused' }],
    ['in a log-in whose page refused one', { signIn: { ...signIn, refused: 'refused' } }],
  ])('%s', (_words, facts) => {
    expect(decideRelease({ ...good, ...facts })).toEqual({ kind: 'no' });
  });
});

describe('the next code is waited for', () => {
  test.each<[string, Partial<ReleaseFacts>]>([
    ['with under 3 s left', { siteMs: code.endMs - 2_999 }],
    ['when this step was used', { releasedCounter: code.counter }],
    ['when a later step was used (the clock went back)', { releasedCounter: code.counter + 1 }],
    ['by hand too, when this step was used', { act: 'by-hand', releasedCounter: code.counter }],
  ])('%s', (_words, facts) => {
    expect(decideRelease({ ...good, ...facts })).toEqual({ kind: 'wait', untilMs: code.endMs });
  });
  test('but not with exactly 3 s left', () => {
    expect(decideRelease({ ...good, siteMs: code.endMs - 3_000 })).toEqual({ kind: 'give' });
  });
});

describe("the user's own act in our popup", () => {
  test.each<[string, Partial<ReleaseFacts>]>([
    ['serves a page without a log-in seen', { signIn: undefined }],
    ['serves a prompt again after a refusal', { promptState: 'refused' }],
  ])('%s', (_words, facts) => {
    expect(decideRelease({ ...good, ...facts, act: 'by-hand' })).toEqual({ kind: 'give' });
  });
});

describe('a log-in', () => {
  test('keeps the e-mail typed before when a later input names none', () => {
    expect(continued(signIn, 'vms-cloud', NOW, undefined).identity).toBe('maria@example.com');
  });
  test('forgets the e-mail of another site or of long ago', () => {
    expect(continued(signIn, 'https://other.test', NOW, undefined).identity).toBeUndefined();
    const late = NOW + SIGN_IN_FRESH_MS + 1;
    expect(continued(signIn, 'vms-cloud', late, undefined).identity).toBeUndefined();
  });
  test('stays refused after a click beside the form, and starts anew when the form is typed in again', () => {
    const refused: SignIn = { ...signIn, refused: 'refused' };
    expect(continued(refused, 'vms-cloud', NOW, undefined).refused).toBe('refused');
    expect(continued(refused, 'vms-cloud', NOW, 'maria@example.com').refused).toBeUndefined();
  });
});
