/** How long a log-in of this document speaks for its fields. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  contextNow,
  relaySignIn,
  relaySignInOver,
} from '../../../../lib/page/prompt/sign-in-relay.ts';

const START_MS = 1_800_000_000_000;

beforeEach(() => {
  vi.useFakeTimers({ now: START_MS });
  relaySignInOver();
});
afterEach(() => vi.useRealTimers());

test('five minutes, and no longer', () => {
  expect(contextNow().moment).toBe('unknown');
  relaySignIn();
  expect(contextNow().moment).toBe('sign-in');
  vi.setSystemTime(START_MS + 4 * 60_000);
  expect(contextNow().moment).toBe('sign-in');
  vi.setSystemTime(START_MS + 6 * 60_000);
  expect(contextNow().moment).toBe('unknown');
});

test('a clock that goes back makes it no fresher', () => {
  relaySignIn();
  vi.setSystemTime(START_MS - 60_000);
  expect(contextNow().moment).toBe('unknown');
});

test('until the page took the code', () => {
  relaySignIn();
  relaySignInOver();
  expect(contextNow().moment).toBe('unknown');
});
