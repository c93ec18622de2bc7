import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs } from '@zxcvbn-ts/language-common';
import { DICEWARE } from './diceware.ts';
import { decodeWords } from './front-coding.ts';
import { WORD_LISTS } from './word-lists.ts';
import { wordLike } from './word-like.ts';

/** Words that an attacker tries first who knows that the vault is one of Nightlatch. */
const OUR_WORDS = ['nightlatch', 'vigi', 'tplink', 'tp-link', 'vms', 'camera', 'installer'];
/**
 * Characters beyond these are not looked at: they could only add guesses, and
 * the work of zxcvbn-ts grows with the square of the length.
 */
const CHARACTERS_MAX = 64;

/** The EFF's large list, of which random passphrases are made. */
export const dicewareWords: readonly string[] = decodeWords(DICEWARE);

const lists = Object.entries(WORD_LISTS).map(([name, text]) => [name, decodeWords(text)] as const);
const dictionary = {
  ...Object.fromEntries(lists),
  'diceware-common': [...dicewareWords],
  'our-words': OUR_WORDS,
};

const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }, { wordLike });

/** The decimal logarithm of the number of guesses that a good cracking program needs. */
export function guessesLog10(passphrase: string): number {
  return zxcvbn.check(passphrase.normalize('NFKC').slice(0, CHARACTERS_MAX)).guessesLog10;
}
