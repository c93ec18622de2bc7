import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PollWhileActive, type PollOptions } from '../../../../lib/page/dom/poll-while-active.ts';

/** What is watched for changes now, and what to call at one. */
const watched = new Map<object, () => void>();

class Root extends EventTarget {}
class Shadow extends Root {}

beforeEach(() => {
  vi.useFakeTimers();
  // Neither is a form or document whose parts a page could name: see own-members.ts.
  vi.stubGlobal('HTMLFormElement', Shadow);
  vi.stubGlobal('Document', Shadow);
  vi.stubGlobal('document', new Root());
  vi.stubGlobal(
    'MutationObserver',
    class {
      readonly #hear: () => void;
      constructor(hear: () => void) {
        this.#hear = hear;
      }
      observe(root: object): void {
        watched.set(root, this.#hear);
      }
      disconnect(): void {
        watched.clear();
      }
    },
  );
});
afterEach(() => {
  watched.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const shadow = new Shadow();

const OPTIONS: PollOptions = {
  steps: [{ untilMs: 5_000, everyMs: 500 }],
  quietEveryMs: 5_000,
  roots: () => [document, shadow as unknown as Node],
};

interface Started {
  readonly beganMs: readonly number[];
  readonly poll: PollWhileActive;
}

/** A poll every 500 ms of a document with a shadow root; gives the times of its runs, ms. */
function start(
  options: Partial<PollOptions> = {},
  signal = new AbortController().signal,
  work = (): Promise<void> | void => undefined,
): Started {
  const beganMs: number[] = [];
  const run = (): Promise<void> | void => {
    beganMs.push(performance.now());
    return work();
  };
  return { beganMs, poll: new PollWhileActive(run, { ...OPTIONS, ...options }, signal).start() };
}

/** The times of those after `sinceMs`, from there. */
function after(beganMs: readonly number[], sinceMs: number): readonly number[] {
  return beganMs.filter((ms) => ms > sinceMs).map((ms) => ms - sinceMs);
}

test('on a quiet page it runs every five seconds only', () => {
  const { beganMs } = start();
  vi.advanceTimersByTime(4_000);
  expect(beganMs).toHaveLength(8);
  vi.advanceTimersByTime(6_000);
  const restedMs = performance.now();
  vi.advanceTimersByTime(20_000);
  expect(after(beganMs, restedMs)).toHaveLength(4);
});

test.each([
  ['a change of the document', () => watched.get(document)?.()],
  ['a change in a shadow root near by', () => watched.get(shadow)?.()],
  ['a click', () => document.dispatchEvent(new Event('click'))],
  ['a key', () => document.dispatchEvent(new Event('keydown'))],
  ['the end of a transition', () => document.dispatchEvent(new Event('transitionend'))],
])('%s ends the quiet: a run half an interval later, and on', (_name, act) => {
  const { beganMs } = start();
  vi.advanceTimersByTime(10_000);
  const activeMs = performance.now();
  act();
  vi.advanceTimersByTime(1_300);
  expect(after(beganMs, activeMs)).toEqual([250, 750, 1_250]);
});

test('while the page is active nothing is watched', () => {
  start();
  vi.advanceTimersByTime(4_000);
  expect(watched.size).toBe(0);
  vi.advanceTimersByTime(6_000);
  expect(watched.size).toBe(2);
  watched.get(document)?.();
  expect(watched.size).toBe(0);
});

test('a page that is active without end has a run every 500 ms', () => {
  const { beganMs } = start();
  vi.advanceTimersByTime(10_000);
  const sinceMs = performance.now();
  for (let second = 0; second < 20; second += 1) {
    document.dispatchEvent(new Event('click'));
    vi.advanceTimersByTime(1_000);
  }
  const gaps = after(beganMs, sinceMs).map((ms, at, all) => ms - (all[at - 1] ?? 0));
  expect(new Set(gaps.slice(1))).toEqual(new Set([500]));
});

test('ends with its signal', () => {
  const ending = new AbortController();
  const { beganMs } = start({}, ending.signal);
  vi.advanceTimersByTime(10_000);
  const { length } = beganMs;
  ending.abort();
  vi.advanceTimersByTime(60_000);
  expect(beganMs).toHaveLength(length);
  expect(watched.size).toBe(0);
});

test('steps make it slower and slower, and an activity fast again', async () => {
  const { beganMs, poll } = start({
    steps: [
      { untilMs: 400, everyMs: 100 },
      { untilMs: 2_000, everyMs: 400 },
    ],
    quietEveryMs: Infinity,
  });
  vi.advanceTimersByTime(60_000);
  expect(beganMs).toEqual([100, 200, 300, 400, 500, 900, 1300, 1700, 2100]);
  const activeMs = performance.now();
  poll.wake();
  vi.advanceTimersByTime(200);
  expect(after(beganMs, activeMs)).toEqual([50, 150]);
});

test('a run waits for the rest its work has asked for, and never runs twice at once', async () => {
  let restUntilMs = 0;
  const { beganMs, poll } = start({ restUntilMs: () => restUntilMs }, undefined, async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    restUntilMs = performance.now() + 3_000;
  });
  await vi.advanceTimersByTimeAsync(550);
  poll.wake();
  await vi.advanceTimersByTimeAsync(9_000);
  expect(beganMs).toEqual([500, 3_600, 6_700]);
});
