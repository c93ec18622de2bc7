import { describe, expect, test } from 'vitest';
import { decodeWords, encodeWords } from '../../../lib/strength/front-coding.ts';
import { DICEWARE } from '../../../lib/strength/diceware.ts';
import { generatePassphrase } from '../../../lib/strength/generate.ts';
import { guessesLog10 } from '../../../lib/strength/guesses.ts';
import { checkStrength, levelOf, strengthOf } from '../../../lib/strength/strength.ts';
import { seededBytes } from '../vault/memory-ports.ts';

describe('the strength of a passphrase', () => {
  test.each([
    '',
    'password',
    'Passw0rd!',
    'qwertyuiop',
    '12345678',
    'aaaaaaaaaaaa',
    'nightlatch',
    'vigi2024',
    'tp-link123',
    'January2025',
    'michael1985',
    // In the whole lists of zxcvbn-ts, and in none of ours: see word-like.ts.
    'oberholtzer',
    'Kowalczyk1',
    'Birmingham2024',
    'stavropoulos7',
  ])('%j is refused', async (passphrase) => {
    await expect(checkStrength(passphrase)).rejects.toThrow('passphrase-too-weak');
  });

  test.each([
    'gate harbour seven lanterns',
    'x8$Lq2!vTz',
    'unsere katze frisst nur am sonntag',
    'qzrvwkxhtpjd',
  ])('%j is good', async (passphrase) => {
    await checkStrength(passphrase);
    expect((await strengthOf(passphrase)).level).toBeGreaterThanOrEqual(3);
  });

  test.each([
    [0, 0],
    [5.99, 0],
    [6, 1],
    [8, 2],
    [10, 3],
    [13, 4],
    [80, 4],
  ])('10^%d guesses are level %i', (log10, level) => {
    expect(levelOf(log10)).toBe(level);
  });

  test('the same passphrase from another keyboard is as strong', () => {
    expect(guessesLog10('Ｐａｓｓｗｏｒｄ')).toBe(guessesLog10('Password'));
  });
});

describe('a generated passphrase', () => {
  test('is six words and as strong as can be', async () => {
    const passphrase = await generatePassphrase(seededBytes('words'));
    expect(passphrase.split(' ')).toHaveLength(6);
    expect((await strengthOf(passphrase)).level).toBe(4);
  });

  test('is another one each time', async () => {
    const randomBytes = seededBytes('others');
    const made = new Set<string>();
    for (let time = 0; time < 50; time++) made.add(await generatePassphrase(randomBytes));
    expect(made.size).toBe(50);
  });

  test('favours no word: what would is drawn again', async () => {
    // 7776 goes eight times into 65536; 0xf300 is the first number that would favour word 0.
    const drawn = [0xf3, 0x00, 0xff, 0xff, 0xf2, 0xff, ...Array.from({ length: 10 }, () => 0)];
    const randomBytes = (length: number): Uint8Array<ArrayBuffer> =>
      Uint8Array.from(drawn.splice(0, length));
    const words = (await generatePassphrase(randomBytes)).split(' ');
    expect(words).toEqual(['zoom', 'abacus', 'abacus', 'abacus', 'abacus', 'abacus']);
  });
});

describe('a list of words', () => {
  test('is the same after it was written and read', () => {
    const words = ['', 'a', 'abacus', 'abdomen', 'abdominal', 'zoom', 'émile', '123456', 'p@ss!'];
    expect(decodeWords(encodeWords(words))).toEqual(words);
    // More letters in common than there are letters to say so.
    const long = 'x'.repeat(40);
    expect(decodeWords(encodeWords([long, `${long}y`]))).toEqual([long, `${long}y`]);
  });

  test('of the shipped ones is whole: the EFF has 7776 words, each once', () => {
    const words = decodeWords(DICEWARE);
    expect(words).toHaveLength(7776);
    expect(new Set(words).size).toBe(7776);
    expect([words.at(0), words.at(-1)]).toEqual(['abacus', 'zoom']);
  });
});
