import type { ErrorCode } from '../errors.ts';
import { Formats } from './formats.ts';
import { errorKeyOf, type MessageKey, type PluralKey } from './messages.ts';

/** What stands for $1, $2 … in a text: a number is written as the language writes numbers. */
export type Substitution = string | number;

/** Gives the text of a key in the user's language, with $1, $2 … replaced by the substitutions. */
export type Words = (key: MessageKey, ...substitutions: readonly Substitution[]) => string;

/** A language of our own pages: its texts, its plural forms, its numbers and dates. */
export interface Language {
  readonly words: Words;
  /** The text of `key` in the form of `count`, which is its $1; `more` are $2, $3 … */
  readonly plural: (key: PluralKey, count: number, ...more: readonly Substitution[]) => string;
  /** The sentences for an error: what happened, and what to do next. */
  readonly errorWords: (code: ErrorCode) => string;
  readonly formats: Formats;
}

/** The texts of a language, or some of them, by key. */
export type Texts = Readonly<Record<string, string>>;

/** The key in localStorage that has the language which the user chose, as its tag. */
export const CHOSEN_LANGUAGE = 'language';

/** Gives the text of any key with its substitutions, '' where the catalogue has none. */
export type Catalogue = (key: string, substitutions: readonly string[]) => string;

/** `tag`: of the language that the texts are in, which decides the plural forms. */
export function languageFrom(tag: string, text: Catalogue): Language {
  const formats = new Formats(tag);
  let rules: Intl.PluralRules | undefined;
  const written = (one: Substitution): string =>
    typeof one === 'number' ? formats.number(one) : one;
  const words: Words = (key, ...substitutions) => text(key, substitutions.map(written));
  return {
    words,
    plural: (key, count, ...more) => {
      rules ??= new Intl.PluralRules(tag);
      const filled = [count, ...more].map(written);
      // A form that a catalogue leaves out is as its 'other'.
      return text(`${key}_${rules.select(count)}`, filled) || text(`${key}_other`, filled);
    },
    errorWords: (code) => words(errorKeyOf(code)),
    formats,
  };
}
