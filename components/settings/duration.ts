import type { Formats } from '../../lib/language/formats.ts';

/** A time such as '1 minute' or '4 hours', with the plural rules of the language. */
export function minutesText(minutes: number, formats: Formats): string {
  return minutes < 60 ? formats.unit(minutes, 'minute') : formats.unit(minutes / 60, 'hour');
}
