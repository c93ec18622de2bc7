import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Code } from '../../lib/otp/account.ts';
import { useLanguage } from '../ui/words.ts';
import { onEachTick } from './ring-ticks.ts';
import { secondsAtTick, shortTimeLeft } from './time-left.ts';

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

/** What the ring shows with `left` s left. Its number stands in it as text. */
function styleOf(left: number): Readonly<Record<string, string>> {
  return {
    '--seconds-left': String(left),
    '--warn-share': left <= LAST_SECONDS ? '100%' : '0%',
  };
}

function RunningRing({ code, now }: CountdownRingProps) {
  const { formats } = useLanguage();
  const ring = useRef<HTMLSpanElement>(null);
  const { endMs } = code;
  const stepMs = endMs - code.startMs;
  const shownMs = now();
  const left = secondsAtTick(endMs - shownMs, stepMs);
  useEffect(() => {
    // Not rendered anew, which takes several times as long for each ring and tick.
    const onTick = (leftNow: number): void => {
      if (!ring.current?.firstChild) return;
      ring.current.firstChild.nodeValue = shortTimeLeft(leftNow, formats);
      for (const [name, value] of Object.entries(styleOf(leftNow)))
        ring.current.style.setProperty(name, value);
    };
    return onEachTick({ endMs, stepMs, onTick }, shownMs);
  }, [endMs, stepMs, formats]);
  return (
    <span class="ring" aria-hidden="true" ref={ring} style={styleOf(left)}>
      {shortTimeLeft(left, formats)}
    </span>
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
