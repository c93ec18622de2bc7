import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onEachTick } from '../../../components/codes/ring-ticks.ts';

const START_MS = 1_800_000_000_000;
const STEP_MS = 30_000;

const ends: (() => void)[] = [];

/** What shows the time left from the begin of a step; gives the seconds that it is told. */
function show(shownMs = START_MS): { readonly told: readonly number[]; readonly end: () => void } {
  const told: number[] = [];
  const onTick = (left: number): void => void told.push(left);
  const end = onEachTick({ endMs: START_MS + STEP_MS, stepMs: STEP_MS, onTick }, shownMs);
  ends.push(end);
  return { told, end };
}

beforeEach(() => {
  vi.useFakeTimers({ now: START_MS });
});

afterEach(() => {
  for (const end of ends.splice(0)) end();
  vi.useRealTimers();
});

test('all that tick together have one timer', () => {
  const all = Array.from({ length: 10 }, () => show());
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(3000);
  expect(all.map(({ told }) => told)).toEqual(all.map(() => [27]));
  expect(vi.getTimerCount()).toBe(1);
});

test('each tick of a step is told once, and nothing runs after its end', () => {
  const { told } = show();
  vi.advanceTimersByTime(STEP_MS);
  expect(told).toEqual([27, 24, 21, 18, 15, 12, 9, 6, 5, 4, 3, 2, 1, 0]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a tick between the drawing and the first sleep is not lost', () => {
  vi.setSystemTime(START_MS + 3001);
  const { told } = show(START_MS + 2999);
  vi.advanceTimersByTime(1);
  expect(told).toEqual([27]);
});

test('what has ended is told no more, and the rest goes on', () => {
  const first = show();
  const second = show();
  first.end();
  vi.advanceTimersByTime(3000);
  expect([first.told, second.told]).toEqual([[], [27]]);
});
