import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type messages from '../../public/_locales/en/messages.json';
import type { ErrorCode } from '../../lib/errors.ts';

/** Every word on screen has a key; English is the source of the keys. */
export type MessageKey = keyof typeof messages;

/** The words of a key in the user's language, with $1… replaced. */
export type Words = (key: MessageKey, ...substitutions: readonly string[]) => string;

/** What a screen needs to speak; the browser's own i18n in the product, a plain object in tests. */
export interface Language {
  readonly words: Words;
  /** What happened and what to do next. */
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
