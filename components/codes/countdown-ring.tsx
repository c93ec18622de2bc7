import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Code } from '../../lib/otp/account.ts';
import { useLanguage } from '../ui/words.ts';
import { secondsAtTick, shortTimeLeft, untilNextTick } from './time-left.ts';

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
      '--step-seconds': String(Math.max(1, Math.round((endMs - startMs) / 1000))),
      '--step-delay': `${Math.min(0, startMs - now())}ms`,
    }),
    // A step is one animation, whatever else changes.
    [startMs, endMs],
  );
}

/** From here on, s, the ring has the colour of the end. */
const LAST_SECONDS = 5;

function RunningRing({ code, now }: CountdownRingProps) {
  const { formats } = useLanguage();
  const stepMs = code.endMs - code.startMs;
  const [leftMs, setLeftMs] = useState(() => code.endMs - now());
  useEffect(() => {
    if (leftMs <= 0) return;
    const timer = setTimeout(
      () => setLeftMs(code.endMs - Date.now()),
      untilNextTick(leftMs, stepMs),
    );
    return () => clearTimeout(timer);
  }, [leftMs]);
  const left = secondsAtTick(leftMs, stepMs);
  return (
    <span
      class="ring"
      aria-hidden="true"
      style={{
        '--seconds-text': `"${shortTimeLeft(left, formats)}"`,
        '--seconds-left': String(left),
        '--warn-share': left <= LAST_SECONDS ? '100%' : '0%',
      }}
    />
  );
}

interface CountdownRingProps {
  readonly code: Code;
  /** Unix time, ms. */
  readonly now: () => number;
}

/**
 * The seconds left, as a ring and a number. It sleeps between its ticks: a CSS
 * animation would wake the browser 60 times a second, whatever its steps(), and
 * one that waits for each tick costs the popup's first picture 4 ms. A screen
 * reader hears the seconds from the row's name instead.
 */
export function CountdownRing({ code, now }: CountdownRingProps) {
  return <RunningRing key={code.startMs} code={code} now={now} />;
}
