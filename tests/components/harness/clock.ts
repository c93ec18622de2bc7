/** The longest step of an account that the samples hold, ms: the clock stands in one of these. */
const STEP_MS = 60_000;
/** Timers of this length or more, ms, wait for the end of a step; no screen waits so long for anything else. */
const STEP_TIMER_MS = 5_000;

/**
 * Makes the clock of the page stand still, `second` seconds into a step, so that no test depends on
 * when it runs: no code is replaced and no request is made because time went by. A test that needs a
 * later time replaces Date.now itself. Short timers, as for arming a button, run as ever.
 */
export function stopClock(second: number): void {
  const nowMs = Math.floor(Date.now() / STEP_MS) * STEP_MS + second * 1000;
  Date.now = () => nowMs;
  const start = globalThis.setTimeout.bind(globalThis);
  const startShort = (handler: TimerHandler, delayMs = 0, ...more: readonly unknown[]): number =>
    delayMs < STEP_TIMER_MS ? start(handler, delayMs, ...more) : 0;
  Object.assign(globalThis, { setTimeout: startShort });
}
