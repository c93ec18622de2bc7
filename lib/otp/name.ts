import { AppError } from '../errors.ts';

/** The longest name, in UTF-16 units, as an input's `maxlength` counts them. */
export const MAX_NAME = 128;

/**
 * Control (Cc), format (Cf: bidi overrides and marks, among others), lone
 * surrogates (Cs), line and paragraph separators (Zl, Zp). With them one
 * account could be made to look like another, or to break out of its row.
 * Format characters that only show nothing are in UNSEEN.
 */
const FORBIDDEN =
  /[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]--[\u{ad}\u{180e}\u{200b}-\u{200d}\u{2060}-\u{2064}\u{feff}]]/v;

/**
 * Characters that show nothing: zero-width spaces and joiners, the soft hyphen,
 * U+034F, the Hangul fillers, variation selectors (Unicode,
 * DerivedCoreProperties.txt, Default_Ignorable_Code_Point) and the blank
 * Braille cell. With one of them a name looks like another. A selector right
 * after a picture makes it colourful, and is seen.
 */
const UNSEEN =
  /(?<!\p{Extended_Pictographic})[\u{fe0e}\u{fe0f}]|[[\p{Default_Ignorable_Code_Point}\u{2800}]--[\u{fe0e}\u{fe0f}]]/gv;

/** Letters of the scripts that need U+200C and U+200D to be written (UAX #31, section 2.3), with their marks. */
const JOINED =
  '[\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Mand}\\p{scx=Mong}\\p{scx=Nkoo}\\p{scx=Adlm}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}\\p{scx=Orya}\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Khmr}\\p{scx=Mymr}]';

let joins: readonly (readonly [RegExp, RegExp])[] | undefined;

/**
 * Behind a joiner stands a letter or a part of a picture, before it as well, perhaps in another colour.
 * Made when they are needed: they would be a fifth of the time in which the background starts.
 */
function joinsOf(): readonly (readonly [RegExp, RegExp])[] {
  joins ??= [
    [new RegExp(`${JOINED}$`, 'v'), new RegExp(`^${JOINED}`, 'v')],
    [/\p{Extended_Pictographic}[\p{Emoji_Modifier}\u{fe0f}]*$/v, /^\p{Extended_Pictographic}/v],
  ];
  return joins;
}

/** Whether a joiner changes what is seen there: in a Persian word, or in the picture of a family. */
function isNeededJoiner(text: string, at: number): boolean {
  if (!/[\u{200c}\u{200d}]/u.test(text[at] ?? '')) return false;
  const [before, after] = [text.slice(Math.max(0, at - 8), at), text.slice(at + 1, at + 3)];
  return joinsOf().some(([left, right]) => left.test(before) && right.test(after));
}

/** A name with every unseen character spelt out, such as '[U+034F]', but for joiners that its script needs. */
function withUnseenSpelt(text: string): string {
  return text.replaceAll(UNSEEN, (character, at: number) => {
    if (isNeededJoiner(text, at)) return character;
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
  /\p{Script=Lisu}/u,
];

/** Whether a name has letters of several alphabets that look alike, as 'ТР-Link' with a Cyrillic ТР. */
export function mixesAlphabets(name: string): boolean {
  // Mathematical and full-width letters are Latin ones to Unicode's compatibility form alone.
  const plain = name.normalize('NFKC');
  return ALIKE.filter((letters) => letters.test(plain)).length > 1;
}

/**
 * A text without the space around it, and with what cannot be seen spelt out;
 * throws 'label-forbidden-character'. Space comes last: trim() would take a
 * byte order mark off silently.
 */
export function getTrimmed(text: string): string {
  if (FORBIDDEN.test(text)) throw new AppError('label-forbidden-character');
  return withUnseenSpelt(text).trim();
}

/**
 * An issuer or label as it may be kept and shown: space around it taken off,
 * what cannot be seen spelt out, nothing else changed. Throws 'label-too-long' or
 * 'label-forbidden-character'.
 */
export function getName(text: string): string {
  const name = getTrimmed(text);
  if (name.length > MAX_NAME) throw new AppError('label-too-long');
  return name;
}

/** A refused name as it may still be shown: every forbidden character a mark, the unseen spelt out, cut. */
export function printableName(text: string): string {
  const cut = text.slice(0, MAX_NAME).replaceAll(new RegExp(FORBIDDEN, 'gv'), '\u{FFFD}');
  // What is spelt out is up to nine times as long.
  return withUnseenSpelt(cut).slice(0, MAX_NAME);
}
