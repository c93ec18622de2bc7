/** The language that the user chooses in the settings. */
import { LANGUAGES } from '../language/index.ts';
import { CHOSEN_LANGUAGE } from '../language/language.ts';
import { isLanguageTag, LANGUAGE_TAGS, type LanguageTag } from '../language/tags.ts';
import { isLanguageChoice } from './i18n.ts';

/** A language that the user can choose, by its name in that language. */
interface ChoosableLanguage {
  readonly tag: LanguageTag;
  readonly name: string;
}

/** What the user can choose from; nothing where the browser shows the only language there is. */
export function choosableLanguages(): readonly ChoosableLanguage[] {
  if (!isLanguageChoice()) return [];
  return LANGUAGE_TAGS.map((tag) => ({ tag, name: LANGUAGES[tag].name }));
}

/** The language that the user chose; undefined: the browser's. */
export function findChosenLanguage(): LanguageTag | undefined {
  return [localStorage.getItem(CHOSEN_LANGUAGE)].find(isLanguageTag);
}

/** Every page of ours speaks it from now on, as well as the one that calls. */
export function chooseLanguage(tag: LanguageTag | undefined): void {
  if (tag === undefined) localStorage.removeItem(CHOSEN_LANGUAGE);
  else localStorage.setItem(CHOSEN_LANGUAGE, tag);
  // The browser tells the other pages only.
  window.dispatchEvent(new StorageEvent('storage', { key: CHOSEN_LANGUAGE }));
}
