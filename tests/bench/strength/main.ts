/**
 * `npm run fit:words`: cuts the word lists of zxcvbn-ts down to what is shipped,
 * and writes them into lib/strength. Whole, they are more than half of the
 * extension's archive.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import { encodeWords } from '../../../lib/strength/front-coding.ts';

const folder = path.resolve(import.meta.dirname, '../../../lib/strength');
/** Of each list with thousands of words, the most usual ones. */
const WORDS_MAX = 6000;
/** A word is left out where guessing its letters takes hardly longer: 10 to the power of its length. */
const LEAST_GAIN_LOG10 = 1;
/** In how many words three letters in a row must stand to look like a word. */
const TRIGRAM_WORDS_MIN = 15;

const { 'diceware-common': diceware, ...others } = { ...common, ...english };
const lists = Object.entries<readonly string[]>(others).map(
  ([name, words]) => [name, words.filter((word) => word === word.toLowerCase())] as const,
);

/** The list in which a word stands highest. */
const best = new Map<string, { readonly name: string; readonly rank: number }>();
for (const [name, words] of lists) {
  for (const [index, word] of words.entries()) {
    const known = best.get(word);
    if (!known || index + 1 < known.rank) best.set(word, { name, rank: index + 1 });
  }
}

/** In the order of the alphabet within each doubling of the rank, which packs better and moves no rank by more than that. */
function sortedWithinDoublings(words: readonly string[]): readonly string[] {
  const sorted: string[] = [];
  while (sorted.length < words.length) {
    const end = Math.max(1, sorted.length * 2);
    sorted.push(...words.slice(sorted.length, end).sort());
  }
  return sorted;
}

function cut(name: string, words: readonly string[]): readonly string[] {
  // The short lists are sequences, such as the months, and stay as they are.
  if (words.length < 1000) return words;
  const kept = words
    .slice(0, WORDS_MAX)
    .filter(
      (word, index) =>
        best.get(word)?.name === name && word.length - Math.log10(index + 1) >= LEAST_GAIN_LOG10,
    );
  return sortedWithinDoublings(kept);
}

const counts = new Map<string, number>();
for (const word of best.keys()) {
  if (!/^[a-z]{5,}$/u.test(word)) continue;
  for (let at = 0; at < word.length; at++) {
    const trigram = `^${word}$`.slice(at, at + 3);
    counts.set(trigram, (counts.get(trigram) ?? 0) + 1);
  }
}
const trigrams = [...counts].flatMap(([text, words]) => (words < TRIGRAM_WORDS_MIN ? [] : [text]));

const SOURCE = `// Written by \`npm run fit:words\` from the lists of zxcvbn-ts (MIT licence), by frequency; see front-coding.ts.`;
const entries = lists.map(
  ([name, words]) => `  ${JSON.stringify(name)}: ${JSON.stringify(encodeWords(cut(name, words)))},`,
);
writeFileSync(
  path.join(folder, 'word-lists.ts'),
  `${SOURCE}
export const WORD_LISTS: Readonly<Record<string, string>> = {
${entries.join('\n')}
};

/** Three letters in a row that stand in many words; \`^\` is a word's begin, \`$\` its end. */
export const WORD_TRIGRAMS =
  ${JSON.stringify(trigrams.sort().join(''))};
`,
);
writeFileSync(
  path.join(folder, 'diceware.ts'),
  `// Written by \`npm run fit:words\`: the EFF's large word list (CC BY 3.0 US), in its order; see front-coding.ts.
export const DICEWARE =
  ${JSON.stringify(encodeWords(diceware))};
`,
);
