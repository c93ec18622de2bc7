import messages from '../../../public/_locales/en/messages.json';
import { lengthen } from './lengthen.ts';

/** English; English written backwards under a right-to-left direction; English made 40 % longer. */
export type Wording = 'plain' | 'rtl' | 'long';

/** Stands in for the browser's i18n.getMessage. */
export function getMessage(
  wording: Wording,
  key: string,
  substitutions: readonly string[] = [],
): string {
  const entry = Object.entries(messages).find(([name]) => name === key);
  if (!entry) return '';
  if (key === 'ui_direction') return wording === 'rtl' ? 'rtl' : 'ltr';
  if (key === 'ui_language') return wording === 'rtl' ? 'ar' : 'en';
  const text = entry[1].message;
  const told = wording === 'long' ? lengthen(text) : text;
  const filled = told.replaceAll(/\$(\d)/gu, (_, place) => substitutions[Number(place) - 1] ?? '');
  // Right-to-left override: what a translation into Arabic would do to the layout.
  return wording === 'rtl' ? `\u202e${filled}\u202c` : filled;
}
