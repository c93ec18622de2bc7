/** Six words out of 7776 need 2^77 guesses: level 4 of strength.ts begins at 2^43. */
const WORDS = 6;

/**
 * Draws words by `randomBytes`, each with the same chance, and joins them by
 * spaces. The list is the EFF's large one, by which guesses.ts recognises such
 * passphrases; it is loaded with the first call only.
 */
export async function generatePassphrase(
  randomBytes: (length: number) => Uint8Array<ArrayBuffer>,
): Promise<string> {
  const { dicewareWords: list } = await import('./guesses.ts');
  const words: string[] = [];
  while (words.length < WORDS) {
    const word = list[drawBelow(list.length, randomBytes)];
    if (word !== undefined) words.push(word);
  }
  return words.join(' ');
}

/**
 * Draws a number from 0 to `count` - 1 (`count` is at most 65536), each with
 * the same chance. A draw from the range's incomplete last round would favour
 * the first numbers and is repeated.
 */
function drawBelow(
  count: number,
  randomBytes: (length: number) => Uint8Array<ArrayBuffer>,
): number {
  const fair = 0x1_0000 - (0x1_0000 % count);
  for (;;) {
    const [high = 0, low = 0] = randomBytes(2);
    const number = high * 256 + low;
    if (number < fair) return number % count;
  }
}
