import { secondsAtTick, untilNextTick } from './time-left.ts';

/** What shows the time that is left of a step. */
export interface Ticking {
  /** The end of the step, Unix time, ms. */
  readonly endMs: number;
  readonly stepMs: number;
  /** Called at each tick with the time left, s. */
  readonly onTick: (secondsLeft: number) => void;
}

const shown = new Map<Ticking, { readonly nextMs: number }>();
let timer: ReturnType<typeof setTimeout> | undefined;
let wakesAtMs = Infinity;

/** Unix time, ms, of the tick after this one; none after the end. */
function nextTickMs({ endMs, stepMs }: Ticking, nowMs: number): number {
  const leftMs = endMs - nowMs;
  return leftMs > 0 ? nowMs + untilNextTick(leftMs, stepMs) : Infinity;
}

function sleepUntil(ms: number): void {
  if (ms === wakesAtMs) return;
  clearTimeout(timer);
  wakesAtMs = ms;
  // A delay of half a millisecond too little would wake before the tick.
  if (ms < Infinity) timer = setTimeout(wake, Math.ceil(ms - Date.now()));
}

function wake(): void {
  wakesAtMs = Infinity;
  const nowMs = Date.now();
  for (const [ticking, { nextMs }] of shown) {
    if (nowMs < nextMs) continue;
    ticking.onTick(secondsAtTick(ticking.endMs - nowMs, ticking.stepMs));
    shown.set(ticking, { nextMs: nextTickMs(ticking, nowMs) });
  }
  sleepUntil(Math.min(...[...shown.values()].map(({ nextMs }) => nextMs)));
}

/**
 * Tells `ticking`, which shows the time left at `shownMs` (Unix time, ms), of each tick of its step
 * after that, until the returned function is called. One timer is for all of them: accounts with
 * steps of the same length tick together.
 */
export function onEachTick(ticking: Ticking, shownMs: number): () => void {
  const nextMs = nextTickMs(ticking, shownMs);
  shown.set(ticking, { nextMs });
  sleepUntil(Math.min(nextMs, wakesAtMs));
  return () => void shown.delete(ticking);
}
