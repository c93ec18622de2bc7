/** How much longer than the English text one in another language may be, as a factor. */
export const LONGER = 1.4;

/** What follows a word that has too few vowels. */
const ENDING = 'enerisch';

/** A place that something else is put into, or what was put there as a name; or else a word. */
const PARTS = /\$\d|[\u2066\u2068][^\u2069]*\u2069|\p{L}+/gu;

/** The text without its places and the names in it, which no language makes longer. */
export function withoutPlaces(text: string): string {
  return text.replaceAll(PARTS, (part) => (/^\p{L}/u.test(part) ? part : ''));
}

function lengthenWord(word: string, more: number): string {
  let left = more;
  const doubled = word.replaceAll(/[aeiou]/giu, (vowel) =>
    left-- > 0 ? `${vowel}${vowel.toLowerCase()}` : vowel,
  );
  const rest = word.length + more - doubled.length;
  return doubled + ENDING.repeat(Math.ceil(rest / ENDING.length)).slice(0, rest);
}

/**
 * The text as a longer language would have it: every word longer, until all of it is at least
 * 40 % longer, its spaces and signs included. Places ($1), names between isolating signs (see isolated.ts) and spaces stay as they are.
 */
export function lengthen(text: string): string {
  const own = withoutPlaces(text);
  const letters = own.match(/\p{L}/gu)?.length ?? 0;
  const more = Math.ceil(own.length * (LONGER - 1));
  let seen = 0;
  return text.replaceAll(PARTS, (part) => {
    if (!/^\p{L}/u.test(part)) return part;
    const before = Math.ceil((more * seen) / letters);
    seen += part.match(/\p{L}/gu)?.length ?? 0;
    return lengthenWord(part, Math.ceil((more * seen) / letters) - before);
  });
}
