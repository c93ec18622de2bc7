/**
 * What stands between the letters of a secret without being one: white space,
 * dashes (a word processor makes an en dash of a hyphen), and what nobody sees,
 * such as U+200B, the Hangul fillers, variation selectors and the blank Braille
 * cell (Unicode, Default_Ignorable_Code_Point).
 */
const SEPARATORS = /[\s\p{Pd}\p{Cf}\p{Default_Ignorable_Code_Point}\u{2800}]/gu;

/**
 * The letters of a base32 secret, as pages print it, people type it and files
 * hold it; without padding. Whether they are letters of the alphabet is for the
 * caller to check.
 */
export function secretLettersOf(text: string): string {
  return text.replaceAll(SEPARATORS, '').replace(/(?<!=)=+$/u, '');
}
