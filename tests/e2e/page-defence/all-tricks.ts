/** Every trick that the card is tried with, one table. */
import { COVER_TRICKS } from './cover-tricks.ts';
import { INHERITED_TRICKS } from './inherited-tricks.ts';
import { LETTER_TRICKS } from './letter-tricks.ts';
import { STYLE_TRICKS } from './style-tricks.ts';
import type { Trick } from './trick.ts';

export const ALL_TRICKS: readonly Trick[] = [
  ...COVER_TRICKS,
  ...STYLE_TRICKS,
  ...INHERITED_TRICKS,
  ...LETTER_TRICKS,
];
