import type { Formats } from '../../lib/language/formats.ts';

/** Beyond this, s, nobody counts seconds. */
const SECONDS_MAX = 99;
const MINUTE = 60;
const HOUR = 3600;

type Unit = 'second' | 'minute' | 'hour';

function unitOf(seconds: number): Unit {
  if (seconds <= SECONDS_MAX) return 'second';
  return seconds < HOUR ? 'minute' : 'hour';
}

const SECONDS_OF: Readonly<Record<Unit, number>> = { second: 1, minute: MINUTE, hour: HOUR };

/** The time left in as few letters as fit into a ring: '18', '14m', '23h'. */
export function shortTimeLeft(seconds: number, formats: Formats): string {
  const unit = unitOf(seconds);
  const value = Math.floor(seconds / SECONDS_OF[unit]);
  return unit === 'second' ? formats.number(value) : formats.unit(value, unit, 'narrow');
}

/** The time left in words, for longer than a minute or two: '14 minutes', '23 hours, 59 minutes'. */
export function findTimeLeftWords(seconds: number, formats: Formats): string | undefined {
  if (unitOf(seconds) === 'second') return undefined;
  const hours = Math.floor(seconds / HOUR);
  const minutes = Math.floor((seconds % HOUR) / MINUTE);
  const parts = [
    hours > 0 && formats.unit(hours, 'hour'),
    minutes > 0 && formats.unit(minutes, 'minute'),
  ].filter((part) => part !== false);
  return formats.units(parts);
}

/** Steps, s, whose time left is shown in ticks; shorter and longer ones show it as it is. */
const TICKED = { min: 15, max: SECONDS_MAX } as const;
/** The last seconds of a step tick one by one; the time before them is LONG_TICKS equal ticks. */
const SHORT_TICKS = 6;
const LONG_TICKS = 8;

/** ms of one of the long ticks, or undefined for a step that has none. */
function longTickMs(stepMs: number): number | undefined {
  const isTicked = stepMs >= TICKED.min * 1000 && stepMs <= TICKED.max * 1000;
  return isTicked ? (stepMs - SHORT_TICKS * 1000) / LONG_TICKS : undefined;
}

/** The time left, s, that is shown since the last tick of a step of `stepMs`, when `leftMs` of it are left. */
export function secondsAtTick(leftMs: number, stepMs: number): number {
  const shortMs = SHORT_TICKS * 1000;
  const longMs = longTickMs(stepMs);
  if (longMs === undefined || leftMs <= shortMs) return Math.max(0, Math.ceil(leftMs / 1000));
  const ticks = Math.ceil((leftMs - shortMs) / longMs);
  return Math.round((shortMs + ticks * longMs) / 1000);
}

/** ms until secondsAtTick, or its text, changes. */
export function untilNextTick(leftMs: number, stepMs: number): number {
  const shortMs = SHORT_TICKS * 1000;
  const longMs = longTickMs(stepMs);
  if (longMs === undefined || leftMs <= shortMs) return untilNextText(leftMs);
  const ticks = Math.ceil((leftMs - shortMs) / longMs);
  return leftMs - shortMs - (ticks - 1) * longMs;
}

/** ms until shortTimeLeft gives another text. */
function untilNextText(leftMs: number): number {
  const seconds = Math.ceil(leftMs / 1000);
  const unit = unitOf(seconds);
  const whole = Math.floor(seconds / SECONDS_OF[unit]) * SECONDS_OF[unit];
  const next = unit === 'minute' ? Math.max(whole - 1, SECONDS_MAX) : whole - 1;
  return leftMs - next * 1000;
}
