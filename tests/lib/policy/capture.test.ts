import { describe, expect, test } from 'vitest';
import { isAliveCapture, isEnrolling, type Capture } from '../../../lib/policy/capture.ts';

const MINUTE = 60_000;
const from = { tabId: 1, frameId: 0, documentId: 'D', siteId: 'vms-cloud' };
const capture: Capture = { uri: 'otpauth://totp/x', atMs: 100, from, state: 'offered' };

describe('a parked capture', () => {
  test.each<[Capture['state'], number]>([
    ['offered', 2],
    ['pending', 10],
    ['saved', 30],
  ])('%s lives %i minutes and no longer', (state, minutes) => {
    expect(isAliveCapture({ ...capture, state }, 100 + minutes * MINUTE)).toBe(true);
    expect(isAliveCapture({ ...capture, state }, 101 + minutes * MINUTE)).toBe(false);
  });
  test('is dead when the clock went back behind it', () => {
    expect(isAliveCapture(capture, 99)).toBe(false);
  });
});

describe('a document is enrolling', () => {
  test('while a capture of it lives', () => {
    expect(isEnrolling([capture], from, undefined, 200)).toBe(true);
  });
  test.each([
    ['of another tab', { ...from, tabId: 2 }, undefined, 200],
    ['of another frame', { ...from, frameId: 3 }, undefined, 200],
    ['that was left since', { ...from, documentId: 'E' }, undefined, 200],
    ['where the user has signed in since', from, 150, 200],
    ['after its capture died', from, undefined, 100 + 3 * MINUTE],
  ])('but not one %s', (_words, place, signedInMs, nowMs) => {
    expect(isEnrolling([capture], place, signedInMs, nowMs)).toBe(false);
  });
});
