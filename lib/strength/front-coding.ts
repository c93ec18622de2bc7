/**
 * A list of words as one text: each word is an upper-case letter, which says how
 * many letters it has in common with the word before ('A' is none), and the
 * rest of it. Sorted words take a third of the room that way once they are
 * packed. Words with upper-case letters cannot be written.
 */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export function encodeWords(words: readonly string[]): string {
  let before = '';
  return words
    .map((word) => {
      let common = 0;
      while (
        common < LETTERS.length - 1 &&
        common < before.length &&
        before[common] === word[common]
      )
        common += 1;
      before = word;
      return `${LETTERS[common] ?? ''}${word.slice(common)}`;
    })
    .join('');
}

export function decodeWords(text: string): string[] {
  let before = '';
  return (text.match(/[A-Z][^A-Z]*/gu) ?? []).map((coded) => {
    before = before.slice(0, LETTERS.indexOf(coded.charAt(0))) + coded.slice(1);
    return before;
  });
}
