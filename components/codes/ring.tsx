import { useMemo } from 'preact/hooks';
import type { Code } from '../../lib/otp/account.ts';

/** A strip of the seconds, one a line: it is shifted a line a second by CSS alone. */
const STRIPS = new Map<number, string>();

function stripOf(periodSeconds: number): string {
  let strip = STRIPS.get(periodSeconds);
  if (strip === undefined) {
    strip = Array.from({ length: periodSeconds }, (_, second) => periodSeconds - second).join('\n');
    STRIPS.set(periodSeconds, strip);
  }
  return strip;
}

/**
 * Custom properties that start a step's CSS animations in its past. Read once a
 * step: a new delay on a running animation would make it jump. `now` gives Unix
 * time, ms.
 */
export function useStepStyle(code: Code, now: () => number): Readonly<Record<string, string>> {
  return useMemo(() => {
    const periodSeconds = Math.max(1, Math.round((code.endMs - code.startMs) / 1000));
    return {
      '--period': `${periodSeconds}s`,
      '--steps': String(periodSeconds),
      '--half-steps': String(Math.ceil(periodSeconds / 2)),
      '--elapsed': `${Math.min(0, code.startMs - now())}ms`,
    };
    // One step of one period is one animation, whatever else changes.
  }, [code.startMs, code.endMs]);
}

/**
 * The seconds left. No script runs while it turns: every part is a transform
 * animation in whole steps, which the compositor does alone, once a second.
 * Decoration for the eye: the row's name says the seconds to a screen reader.
 */
export function Ring({ code }: { readonly code: Code }) {
  return (
    <span class="ring" aria-hidden="true" key={code.startMs}>
      <span class="ring-half ring-first">
        <span />
      </span>
      <span class="ring-half ring-second">
        <span />
      </span>
      <span class="ring-seconds">
        <span>{stripOf(Math.round((code.endMs - code.startMs) / 1000))}</span>
      </span>
    </span>
  );
}
