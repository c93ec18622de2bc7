import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { languageFrom, type Language } from '../../lib/language/language.ts';

/** The texts of a screen: from the browser's i18n in the extension, from a plain object in tests. */
export const LanguageContext = createContext<Language>(languageFrom('en', (key) => key));

export function useWords(): Language['words'] {
  return useContext(LanguageContext).words;
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}
