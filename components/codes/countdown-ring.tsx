import { useMemo } from 'preact/hooks';
import type { Code } from '../../lib/otp/account.ts';

/**
 * The custom properties that start a step's CSS animations in its past. They are
 * computed once a step: a new delay on a running animation would make it jump.
 * `now` gives Unix time, ms.
 */
export function useStepStyle(
  code: Code | undefined,
  now: () => number,
): Readonly<Record<string, string>> {
  const startMs = code?.startMs ?? 0;
  const endMs = code?.endMs ?? 0;
  return useMemo(
    () => ({
      '--seconds': String(Math.max(1, Math.round((endMs - startMs) / 1000))),
      '--elapsed': `${Math.min(0, startMs - now())}ms`,
    }),
    // A step is one animation, whatever else changes.
    [startMs, endMs],
  );
}

/** The last seconds of a step tick one by one; the time before them is LONG_TICKS equal ticks. */
const SHORT_TICKS = 6;
const LONG_TICKS = 8;

/** The seconds that the ring shows at its start and after each tick, as lines of a CSS string. */
function secondsAtTicks({ startMs, endMs }: Code): string {
  const seconds = Math.max(1, Math.round((endMs - startMs) / 1000));
  const longSeconds = (seconds - SHORT_TICKS) / LONG_TICKS;
  const left = Array.from({ length: LONG_TICKS + SHORT_TICKS + 1 }, (_, tick) =>
    tick < LONG_TICKS ? seconds - tick * longSeconds : LONG_TICKS + SHORT_TICKS - tick,
  );
  return `"${left.map((each) => String(Math.round(each))).join('\\a ')}"`;
}

/**
 * The seconds left, as a ring and a number. No script runs while they change:
 * see countdown-ring.css. A screen reader hears the seconds from the row's name
 * instead. A new step is a new element, so that its animations begin anew.
 */
export function CountdownRing({ code }: { readonly code: Code }) {
  return (
    <span
      class="ring"
      aria-hidden="true"
      key={code.startMs}
      style={{ '--lefts': secondsAtTicks(code) }}
    />
  );
}
