import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';

/** What someone who knows where the vault was found would try first. */
const OUR_WORDS = ['nightlatch', 'vigi', 'tplink', 'tp-link', 'vms', 'camera', 'installer'];
/** More characters only add guesses, and time: the work grows with the square of the length. */
const CHARACTERS_MAX = 64;

const zxcvbn = new ZxcvbnFactory({
  dictionary: { ...common, ...english, 'our-words': OUR_WORDS },
  graphs: adjacencyGraphs,
});

/** The decimal logarithm of the guesses a good cracker needs. */
export function guessesLog10(passphrase: string): number {
  return zxcvbn.check(passphrase.normalize('NFKC').slice(0, CHARACTERS_MAX)).guessesLog10;
}
