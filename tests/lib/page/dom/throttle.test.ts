import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  Throttle,
  type RunResult,
  type ThrottleOptions,
} from '../../../../lib/page/dom/throttle.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

interface Worker {
  readonly beganMs: readonly number[];
  readonly throttle: Throttle;
}

/** Runs that take `costMs` each and find `result`, and when they began. */
function worker(
  costMs: number,
  result: RunResult = 'changed',
  options: ThrottleOptions = {},
  signal = new AbortController().signal,
): Worker {
  const beganMs: number[] = [];
  const work = (): RunResult => {
    beganMs.push(performance.now());
    vi.advanceTimersByTime(costMs);
    return result;
  };
  return { beganMs, throttle: new Throttle(work, signal, options) };
}

/** Calls each frame, as a page does that changes without end. */
function callEachFrame(throttle: Throttle, frames: number): void {
  for (let frame = 0; frame < frames; frame += 1) {
    throttle.schedule();
    vi.advanceTimersByTime(16);
  }
}

test('what rests begins in the same turn of the clock', () => {
  const { beganMs, throttle } = worker(1);
  vi.advanceTimersByTime(1000);
  throttle.schedule();
  vi.advanceTimersByTime(0);
  expect(beganMs).toEqual([1000]);
});

test('many calls are one run', () => {
  const { beganMs, throttle } = worker(0);
  for (let call = 0; call < 100; call += 1) throttle.schedule();
  vi.advanceTimersByTime(1000);
  expect(beganMs).toEqual([0]);
});

test.each([
  ['cheap work waits for the next frame', 0, 16],
  ['work rests fifteen times as long as it took', 4, 64],
  ['nobody waits longer for dear work than half a second', 100, 600],
])('%s', (_title, costMs, nextMs) => {
  const { beganMs, throttle } = worker(costMs);
  throttle.schedule();
  vi.advanceTimersByTime(0);
  throttle.schedule();
  vi.advanceTimersByTime(2000);
  expect(beganMs).toEqual([0, nextMs]);
});

test('a call from within the work is a later run, not an endless one', () => {
  const beganMs: number[] = [];
  const throttle = new Throttle(() => {
    beganMs.push(performance.now());
    throttle.schedule();
    return 'changed';
  }, new AbortController().signal);
  throttle.schedule();
  vi.advanceTimersByTime(100);
  expect(beganMs.length).toBeLessThanOrEqual(7);
});

test('a run in vain comes four times a second at last', () => {
  const { beganMs, throttle } = worker(1, 'unchanged');
  callEachFrame(throttle, 200);
  const before = beganMs.length;
  callEachFrame(throttle, 125);
  expect(beganMs.length - before).toBeLessThanOrEqual(8);
  expect(beganMs.length - before).toBeGreaterThanOrEqual(6);
});

test('with changes every frame is worth a run', () => {
  const { beganMs, throttle } = worker(0, 'changed');
  callEachFrame(throttle, 60);
  expect(beganMs.length).toBeGreaterThan(25);
});

test('after a reset the next run is at once', () => {
  const { beganMs, throttle } = worker(0, 'unchanged');
  callEachFrame(throttle, 200);
  throttle.schedule();
  const before = beganMs.length;
  throttle.reset();
  vi.advanceTimersByTime(0);
  expect(beganMs.length).toBe(before + 1);
});

test('calls after a quiet time run as the first ones did', () => {
  const { beganMs, throttle } = worker(0, 'unchanged');
  callEachFrame(throttle, 200);
  vi.advanceTimersByTime(2000);
  const before = beganMs.length;
  callEachFrame(throttle, 4);
  expect(beganMs.length).toBeGreaterThanOrEqual(before + 2);
});

test('nothing runs after the end', () => {
  const life = new AbortController();
  const { beganMs, throttle } = worker(0, 'changed', {}, life.signal);
  throttle.schedule();
  life.abort();
  throttle.schedule();
  vi.advanceTimersByTime(1000);
  expect(beganMs).toEqual([]);
});

test('in frames, work rests as long as it is told to, and starts with a frame', () => {
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) =>
    setTimeout(frame, 16 - (performance.now() % 16)),
  );
  const { beganMs, throttle } = worker(4, 'changed', {
    restFactor: 24,
    maxRestMs: Infinity,
    runIn: 'frame',
  });
  throttle.schedule();
  vi.advanceTimersByTime(16);
  throttle.schedule();
  vi.advanceTimersByTime(200);
  expect(beganMs).toEqual([16, 128]);
});
