import { AppError } from '../errors.ts';

/** UTF-16 units, as `maxlength` of an input counts them. */
export const MAX_NAME = 128;

/**
 * Control (Cc), format (Cf: bidi overrides, zero-width, soft hyphen), lone
 * surrogates (Cs), line and paragraph separators (Zl, Zp). With them one
 * account could be made to look like another, or to break out of its row.
 */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * Characters that show nothing, and are no format characters: U+034F, the
 * Hangul fillers, variation selectors (Unicode, DerivedCoreProperties.txt,
 * Default_Ignorable_Code_Point) and the blank Braille cell. With one of them a
 * name looks like another. A selector right after a picture makes it colourful,
 * and is seen.
 */
const UNSEEN =
  /(?<!\p{Extended_Pictographic})[\u{fe0e}\u{fe0f}]|[[\p{Default_Ignorable_Code_Point}\u{2800}]--[\u{fe0e}\u{fe0f}\p{Cf}]]/gv;

/** A name with every unseen character spelt out, such as '[U+034F]'. */
function withUnseenSpelt(text: string): string {
  return text.replaceAll(UNSEEN, (character) => {
    const point = character.codePointAt(0) ?? 0;
    return `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}

/** Alphabets whose letters can be taken for each other. */
const ALIKE = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Coptic}/u,
];

/** Whether a name has letters of several alphabets that look alike, as 'ТР-Link' with a Cyrillic ТР. */
export function mixesAlphabets(name: string): boolean {
  return ALIKE.filter((letters) => letters.test(name)).length > 1;
}

/**
 * A text without the space around it; throws 'label-forbidden-character'.
 * The check comes first: trim() would take a byte order mark off silently.
 */
export function getTrimmed(text: string): string {
  if (FORBIDDEN.test(text)) throw new AppError('label-forbidden-character');
  return text.trim();
}

/**
 * An issuer or label as it may be kept and shown: space around it taken off,
 * what cannot be seen spelt out, nothing else changed. Throws 'label-too-long' or
 * 'label-forbidden-character'.
 */
export function getName(text: string): string {
  const name = withUnseenSpelt(getTrimmed(text));
  if (name.length > MAX_NAME) throw new AppError('label-too-long');
  return name;
}

/** A refused name as it may still be shown: cut, and every forbidden character a mark. */
export function printableName(text: string): string {
  return text.slice(0, MAX_NAME).replaceAll(new RegExp(FORBIDDEN, 'gu'), '\u{FFFD}');
}
