import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Code } from '../../lib/otp/account.ts';
import { useLanguage } from '../ui/words.ts';
import { shortTimeLeft, untilNextText } from './time-left.ts';

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

/** Steps, s, that the ticks of the style sheet divide well, and whose seconds fit into the ring. */
const TICKED = { min: 15, max: 120 } as const;
/** From here on, s, the ring has the colour of the end. */
const LAST_SECONDS = 5;

/** The ring of a very short or a long step. It is drawn anew when its text changes, which is every hour or minute. */
function PlainRing({ code, now }: { readonly code: Code; readonly now: () => number }) {
  const { formats } = useLanguage();
  const [leftMs, setLeftMs] = useState(() => code.endMs - now());
  useEffect(() => {
    if (leftMs <= 0) return;
    const timer = setTimeout(() => setLeftMs(code.endMs - Date.now()), untilNextText(leftMs));
    return () => clearTimeout(timer);
  }, [leftMs]);
  const left = Math.max(0, Math.ceil(leftMs / 1000));
  return (
    <span
      class="ring ring-plain"
      aria-hidden="true"
      style={{
        '--seconds-at-ticks': `"${shortTimeLeft(left, formats)}"`,
        '--seconds-left': String(left),
        '--warn-share': left <= LAST_SECONDS ? '100%' : '0%',
      }}
    />
  );
}

/**
 * The seconds left, as a ring and a number. No script runs while they change:
 * see countdown-ring.css; but for unusual periods, whose ring is a plain one. A
 * screen reader hears the seconds from the row's name instead. A new step is a
 * new element, so that its animations begin anew.
 */
export function CountdownRing({ code, now }: { readonly code: Code; readonly now: () => number }) {
  const seconds = (code.endMs - code.startMs) / 1000;
  if (seconds < TICKED.min || seconds > TICKED.max) {
    return <PlainRing key={code.startMs} code={code} now={now} />;
  }
  return (
    <span
      class="ring"
      aria-hidden="true"
      key={code.startMs}
      style={{ '--seconds-at-ticks': secondsAtTicks(code) }}
    />
  );
}
