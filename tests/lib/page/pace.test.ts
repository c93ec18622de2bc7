import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paced } from '../../../lib/page/pace.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Works that take `costMs` each, and when they began. */
function worker(costMs: number, signal = new AbortController().signal) {
  const beganMs: number[] = [];
  const soon = paced(() => {
    beganMs.push(performance.now());
    vi.advanceTimersByTime(costMs);
  }, signal);
  return { beganMs, soon };
}

test('what rests begins in the same turn of the clock', () => {
  const { beganMs, soon } = worker(1);
  vi.advanceTimersByTime(1000);
  soon();
  vi.advanceTimersByTime(0);
  expect(beganMs).toEqual([1000]);
});

test('many calls are one run', () => {
  const { beganMs, soon } = worker(0);
  for (let call = 0; call < 100; call += 1) soon();
  vi.advanceTimersByTime(1000);
  expect(beganMs).toEqual([0]);
});

test.each([
  ['cheap work waits for the next frame', 0, 16],
  ['work rests fifteen times as long as it took', 4, 64],
  ['nobody waits longer for dear work than half a second', 100, 600],
])('%s', (_title, costMs, nextMs) => {
  const { beganMs, soon } = worker(costMs);
  soon();
  vi.advanceTimersByTime(0);
  soon();
  vi.advanceTimersByTime(2000);
  expect(beganMs).toEqual([0, nextMs]);
});

test('a call from within the work is a later run, not an endless one', () => {
  const beganMs: number[] = [];
  const soon = paced(() => {
    beganMs.push(performance.now());
    soon();
  }, new AbortController().signal);
  soon();
  vi.advanceTimersByTime(100);
  expect(beganMs.length).toBeLessThanOrEqual(7);
});

test('nothing runs after the end', () => {
  const life = new AbortController();
  const { beganMs, soon } = worker(0, life.signal);
  soon();
  life.abort();
  soon();
  vi.advanceTimersByTime(1000);
  expect(beganMs).toEqual([]);
});
