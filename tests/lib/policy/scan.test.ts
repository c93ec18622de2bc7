import { describe, expect, test } from 'vitest';
import {
  isEnrolling,
  type Scan,
  pruneExpired,
  isExpired,
  newest,
  nextExpiryMs,
} from '../../../lib/policy/scan.ts';

const MINUTE = 60_000;
const from = { tabId: 1, frameId: 0, documentId: 'D', siteId: 'vms-cloud' };
const scan: Scan = { uri: 'otpauth://totp/x', atMs: 100, from, state: 'offered' };

describe('an unsaved scan', () => {
  test.each<[Scan['state'], number]>([
    ['offered', 2],
    ['pending', 10],
    ['saved', 30],
    ['expired', 30],
  ])('%s is kept %i minutes and no longer', (state, minutes) => {
    expect(isExpired({ ...scan, state }, 100 + minutes * MINUTE)).toBe(false);
    expect(isExpired({ ...scan, state }, 101 + minutes * MINUTE)).toBe(true);
  });
  test('leaves no text behind, but the place of a page that shows it', () => {
    const { from: _from, ...brought } = scan;
    const rows = {
      page: scan,
      brought,
      saved: { ...scan, uri: '', state: 'saved' as const },
    };
    expect(pruneExpired(rows, 100 + 2 * MINUTE)).toEqual(rows);
    expect(pruneExpired(rows, 101 + 2 * MINUTE)).toEqual({
      page: { ...scan, uri: '', state: 'expired' },
      saved: rows.saved,
    });
    expect(pruneExpired(rows, 101 + 30 * MINUTE)).toEqual({});
  });
  test('expires at a time that can be waited for', () => {
    const pending: Scan = { ...scan, state: 'pending' };
    expect(nextExpiryMs([pending, scan])).toBe(101 + 2 * MINUTE);
    expect(nextExpiryMs([pending])).toBe(101 + 10 * MINUTE);
    expect(nextExpiryMs([{ ...scan, uri: '', state: 'expired' }])).toBeUndefined();
  });
  test('is expired when the clock went back behind it', () => {
    expect(isExpired(scan, 99)).toBe(true);
  });
});

describe('a document is enrolling', () => {
  test('while a scan of it is kept', () => {
    expect(isEnrolling([scan], from, undefined, 200)).toBe(true);
  });
  test('also when the text was forgotten and the card still stands', () => {
    const left = Object.values(pruneExpired({ scan }, 100 + 3 * MINUTE));
    expect(isEnrolling(left, from, undefined, 100 + 3 * MINUTE)).toBe(true);
  });
  test('also before the text that is too old is forgotten', () => {
    expect(isEnrolling([scan], from, undefined, 100 + 3 * MINUTE)).toBe(true);
  });
  test.each([
    ['of another tab', { ...from, tabId: 2 }, undefined, 200],
    ['of another frame', { ...from, frameId: 3 }, undefined, 200],
    ['that was left since', { ...from, documentId: 'E' }, undefined, 200],
    ['where the user has signed in since', from, 150, 200],
    ['long after its code was read', from, undefined, 100 + 31 * MINUTE],
  ])('but not one %s', (_words, place, signedInMs, nowMs) => {
    expect(isEnrolling([scan], place, signedInMs, nowMs)).toBe(false);
  });
});

test('a page that draws codes for ever keeps its newest, and costs no other tab its scan', () => {
  const other = { ...scan, from: { ...from, tabId: 2 } };
  const { from: _from, ...own } = scan;
  const drawn = Array.from({ length: 300 }, (_, index) => [`drawn-${index}`, scan] as const);
  const left = new Map(newest([['other', other], ['own', own], ...drawn]));
  expect(left.has('other') && left.has('own') && left.has('drawn-299')).toBe(true);
  expect(left.has('drawn-0')).toBe(false);
});
