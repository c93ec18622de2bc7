import { useMemo } from 'preact/hooks';
import type { Code } from '../../lib/otp/account.ts';

/**
 * Custom properties that start a step's CSS animations in its past. Read once a
 * step: a new delay on a running animation would make it jump. `now` gives Unix
 * time, ms.
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
    // One step of one period is one animation, whatever else changes.
    [startMs, endMs],
  );
}

/**
 * The seconds left. No script runs while it turns: see theme.css. Decoration
 * for the eye: the row's name says the seconds to a screen reader. A new step
 * is a new element, so that its animations begin anew.
 */
export function Ring({ code }: { readonly code: Code }) {
  return <span class="ring" aria-hidden="true" key={code.startMs} />;
}
