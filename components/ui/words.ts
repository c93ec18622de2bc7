import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type messages from '../../public/_locales/en/messages.json';
import type { ErrorCode } from '../../lib/errors.ts';

/** The key of a text on screen; the English messages.json is the source of all keys. */
export type MessageKey = keyof typeof messages;

/** Gives the text of a key in the user's language, with $1, $2 … replaced by the substitutions. */
export type Words = (key: MessageKey, ...substitutions: readonly string[]) => string;

/** The texts of a screen: from the browser's i18n in the extension, from a plain object in tests. */
export interface Language {
  readonly words: Words;
  /** Gives the sentences for an error: what happened, and what to do next. */
  readonly errorWords: (code: ErrorCode) => string;
}

export const LanguageContext = createContext<Language>({
  words: (key) => key,
  errorWords: (code) => code,
});

export function useWords(): Words {
  return useContext(LanguageContext).words;
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}
