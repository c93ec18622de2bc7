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
  return unit === 'second' ? String(value) : formats.unit(value, unit, 'narrow');
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

/** ms until shortTimeLeft gives another text. */
export function untilNextText(leftMs: number): number {
  const seconds = Math.ceil(leftMs / 1000);
  const unit = unitOf(seconds);
  const whole = Math.floor(seconds / SECONDS_OF[unit]) * SECONDS_OF[unit];
  const next = unit === 'minute' ? Math.max(whole - 1, SECONDS_MAX) : whole - 1;
  return leftMs - next * 1000;
}
