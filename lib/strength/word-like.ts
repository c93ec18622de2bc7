import { type Matcher, MatcherBaseClass } from '@zxcvbn-ts/core';
import { WORD_TRIGRAMS } from './word-lists.ts';

/**
 * [Note: Words that no list has] The lists hold the most usual words only.
 * What looks like a word, because each three letters in a row stand so in many
 * words, counts as one of these many that an attacker's longer lists have: else
 * a rare surname would pass for nine random letters. Longer runs of letters may
 * be several words, and random ones hardly ever look like one.
 */
const LETTERS = { least: 6, most: 10 } as const;
/** The lists that these were cut from end at rank 88,799. */
const GUESSES = 60_000;

const trigrams = new Set(WORD_TRIGRAMS.match(/.{3}/gu));

/** `^` and `$` stand for the word's begin and end. */
function isWordLike(letters: string): boolean {
  const word = `^${letters}$`;
  for (let at = 0; at + 3 <= word.length; at++) {
    if (!trigrams.has(word.slice(at, at + 3))) return false;
  }
  return true;
}

/** How many ways to write it in capitals a good attacker tries before this one. */
function capitalVariants(token: string): number {
  if (token === token.toLowerCase()) return 1;
  return /^(?:[A-Z][a-z]+|[A-Z]+)$/u.test(token) ? 2 : 2 * token.length;
}

class WordLikeMatching extends MatcherBaseClass {
  match({ password }: { readonly password: string }): {
    readonly pattern: 'wordLike';
    readonly i: number;
    readonly j: number;
    readonly token: string;
  }[] {
    const found = [];
    for (const run of password.matchAll(/[a-zA-Z]+/gu)) {
      const [letters] = run;
      for (let from = 0; from + LETTERS.least <= letters.length; from++) {
        const longest = Math.min(letters.length, from + LETTERS.most);
        for (let to = from + LETTERS.least; to <= longest; to++) {
          const token = letters.slice(from, to);
          if (!isWordLike(token.toLowerCase())) continue;
          const i = run.index + from;
          found.push({ pattern: 'wordLike' as const, i, j: i + token.length - 1, token });
        }
      }
    }
    return found;
  }
}

export const wordLike: Matcher = {
  Matching: WordLikeMatching,
  // Our screens have words of their own for each level.
  feedback: () => null,
  scoring: ({ token }) => GUESSES * capitalVariants(token),
};
