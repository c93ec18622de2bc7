import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paced, type Found, type Pace } from '../../../../lib/page/dom/throttle.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Works that take `costMs` each and find `found`, and when they began. */
function worker(
  costMs: number,
  found: Found = 'news',
  signal = new AbortController().signal,
): Pace & { readonly beganMs: number[] } {
  const beganMs: number[] = [];
  const work = (): Found => {
    beganMs.push(performance.now());
    vi.advanceTimersByTime(costMs);
    return found;
  };
  return { beganMs, ...paced(work, signal) };
}

/** Calls each frame, as a page does that stirs without end. */
function stir(pace: Pace, frames: number): void {
  for (let frame = 0; frame < frames; frame += 1) {
    pace.soon();
    vi.advanceTimersByTime(16);
  }
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
  const { soon } = paced(() => {
    beganMs.push(performance.now());
    soon();
    return 'news';
  }, new AbortController().signal);
  soon();
  vi.advanceTimersByTime(100);
  expect(beganMs.length).toBeLessThanOrEqual(7);
});

test('a page that stirs in vain is looked at four times a second at last', () => {
  const pace = worker(1, 'nothing');
  stir(pace, 200);
  const before = pace.beganMs.length;
  stir(pace, 125);
  expect(pace.beganMs.length - before).toBeLessThanOrEqual(8);
  expect(pace.beganMs.length - before).toBeGreaterThanOrEqual(6);
});

test('with news every frame is worth a look', () => {
  const pace = worker(0, 'news');
  stir(pace, 60);
  expect(pace.beganMs.length).toBeGreaterThan(25);
});

test('after the user did something the next look is at once', () => {
  const pace = worker(0, 'nothing');
  stir(pace, 200);
  pace.soon();
  const before = pace.beganMs.length;
  pace.wake();
  vi.advanceTimersByTime(0);
  expect(pace.beganMs.length).toBe(before + 1);
});

test('a page that was quiet for a while is looked at as if for the first time', () => {
  const pace = worker(0, 'nothing');
  stir(pace, 200);
  vi.advanceTimersByTime(2000);
  const before = pace.beganMs.length;
  stir(pace, 4);
  expect(pace.beganMs.length).toBeGreaterThanOrEqual(before + 2);
});

test('nothing runs after the end', () => {
  const life = new AbortController();
  const { beganMs, soon } = worker(0, 'news', life.signal);
  soon();
  life.abort();
  soon();
  vi.advanceTimersByTime(1000);
  expect(beganMs).toEqual([]);
});
