import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { beatWhileStirred } from '../../../../lib/page/dom/poll-while-active.ts';

/** What is watched for changes now, and what to call at one. */
const watched = new Map<object, () => void>();

class Root extends EventTarget {}
class Shadow extends Root {
  readonly host = { getRootNode: () => document };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', new Root());
  vi.stubGlobal('ShadowRoot', Shadow);
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

/** Beats of 500 ms near an element in a shadow root; gives their times, ms. */
function start(signal = new AbortController().signal): readonly number[] {
  const beganMs: number[] = [];
  const element = { getRootNode: () => shadow } as unknown as Element;
  beatWhileStirred(
    () => beganMs.push(performance.now()),
    { everyMs: 500, near: () => [element] },
    signal,
  );
  return beganMs;
}

/** The times of those after `sinceMs`, from there. */
function after(beganMs: readonly number[], sinceMs: number): readonly number[] {
  return beganMs.filter((ms) => ms > sinceMs).map((ms) => ms - sinceMs);
}

test('on a quiet page a beat comes every five seconds only', () => {
  const beganMs = start();
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
])('%s ends the rest: half a beat later, and on', (_name, stir) => {
  const beganMs = start();
  vi.advanceTimersByTime(10_000);
  const stirredMs = performance.now();
  stir();
  vi.advanceTimersByTime(1_300);
  expect(after(beganMs, stirredMs)).toEqual([250, 750, 1_250]);
});

test('while the page stirs nothing is watched', () => {
  start();
  vi.advanceTimersByTime(4_000);
  expect(watched.size).toBe(0);
  vi.advanceTimersByTime(6_000);
  expect(watched.size).toBe(2);
  watched.get(document)?.();
  expect(watched.size).toBe(0);
});

test('a page that stirs without end has a beat every 500 ms', () => {
  const beganMs = start();
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
  const beganMs = start(ending.signal);
  vi.advanceTimersByTime(10_000);
  const { length } = beganMs;
  ending.abort();
  vi.advanceTimersByTime(60_000);
  expect(beganMs).toHaveLength(length);
  expect(watched.size).toBe(0);
});
