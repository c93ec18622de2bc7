import { describe, expect, test } from 'vitest';
import {
  isEnrolling,
  type Capture,
  afterTime,
  isAliveCapture,
  nextExpiryMs,
} from '../../../lib/policy/capture.ts';

const MINUTE = 60_000;
const from = { tabId: 1, frameId: 0, documentId: 'D', siteId: 'vms-cloud' };
const capture: Capture = { uri: 'otpauth://totp/x', atMs: 100, from, state: 'offered' };

describe('a parked capture', () => {
  test.each<[Capture['state'], number]>([
    ['offered', 2],
    ['pending', 10],
    ['saved', 30],
    ['expired', 30],
  ])('%s lives %i minutes and no longer', (state, minutes) => {
    expect(isAliveCapture({ ...capture, state }, 100 + minutes * MINUTE)).toBe(true);
    expect(isAliveCapture({ ...capture, state }, 101 + minutes * MINUTE)).toBe(false);
  });
  test('leaves no text behind, but the place of a page that shows it', () => {
    const { from: _from, ...brought } = capture;
    const rows = {
      page: capture,
      brought,
      saved: { ...capture, uri: '', state: 'saved' as const },
    };
    expect(afterTime(rows, 100 + 2 * MINUTE)).toEqual(rows);
    expect(afterTime(rows, 101 + 2 * MINUTE)).toEqual({
      page: { ...capture, uri: '', state: 'expired' },
      saved: rows.saved,
    });
    expect(afterTime(rows, 101 + 30 * MINUTE)).toEqual({});
  });
  test('dies at a time that can be waited for', () => {
    const pending: Capture = { ...capture, state: 'pending' };
    expect(nextExpiryMs([pending, capture])).toBe(101 + 2 * MINUTE);
    expect(nextExpiryMs([pending])).toBe(101 + 10 * MINUTE);
    expect(nextExpiryMs([{ ...capture, uri: '', state: 'expired' }])).toBeUndefined();
  });
  test('is dead when the clock went back behind it', () => {
    expect(isAliveCapture(capture, 99)).toBe(false);
  });
});

describe('a document is enrolling', () => {
  test('while a capture of it lives', () => {
    expect(isEnrolling([capture], from, undefined, 200)).toBe(true);
  });
  test('also when the text has died and the card still stands', () => {
    const left = Object.values(afterTime({ capture }, 100 + 3 * MINUTE));
    expect(isEnrolling(left, from, undefined, 100 + 3 * MINUTE)).toBe(true);
  });
  test.each([
    ['of another tab', { ...from, tabId: 2 }, undefined, 200],
    ['of another frame', { ...from, frameId: 3 }, undefined, 200],
    ['that was left since', { ...from, documentId: 'E' }, undefined, 200],
    ['where the user has signed in since', from, 150, 200],
    ['long after its code was read', from, undefined, 100 + 31 * MINUTE],
  ])('but not one %s', (_words, place, signedInMs, nowMs) => {
    expect(isEnrolling([capture], place, signedInMs, nowMs)).toBe(false);
  });
});
