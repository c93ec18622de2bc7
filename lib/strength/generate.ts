/** Six of 7776 words are 77 bits: level 4 for any attacker. */
const WORDS = 6;

/**
 * Words drawn by `randomBytes`, each with the same chance, joined by spaces.
 * The list is the EFF's large one, which zxcvbn-ts brings along to recognise
 * such passphrases; it is loaded with the first call only.
 */
export async function generatePassphrase(
  randomBytes: (length: number) => Uint8Array<ArrayBuffer>,
): Promise<string> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const list = dictionary['diceware-common'];
  const words: string[] = [];
  while (words.length < WORDS) {
    const word = list[drawBelow(list.length, randomBytes)];
    if (word !== undefined) words.push(word);
  }
  return words.join(' ');
}

/** Uniform from 0 to `count` - 1, at most 65536: what would favour the first numbers is drawn again. */
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
