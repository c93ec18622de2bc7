import { isLanguageTag, LANGUAGES, type LanguageTag } from '../language/index.ts';
import { languageFrom, type Catalogue, type Language } from '../language/language.ts';
import { message } from './i18n.ts';

/** Where a page of ours keeps the language that the user chose; localStorage answers at once. */
const CHOSEN = 'language';

/**
 * Puts substitutions into a message as the browser does: `$1` is the first one,
 * `$$` is a dollar.
 */
function filled(text: string, substitutions: readonly string[]): string {
  return text.replaceAll(/\$([$1-9])/gu, (_all, sign: string) =>
    sign === '$' ? '$' : (substitutions[Number(sign) - 1] ?? ''),
  );
}

async function loadLanguage(tag: LanguageTag): Promise<Language> {
  const { default: messages } = await LANGUAGES[tag].load();
  const texts = new Map(Object.entries(messages).map(([key, entry]) => [key, entry.message]));
  const catalogue: Catalogue = (key, substitutions) => filled(texts.get(key) ?? '', substitutions);
  return languageFrom(tag, catalogue);
}

/**
 * The language of our own pages: the one that the user chose there, else the browser's.
 *
 * A process of Chromium 156 that is started while the extension is still being
 * installed may get '' for every message, for as long as it lives (measured: 2
 * of 58 first starts on a busy machine had a popup without a word in it). Only
 * then, or where another language was chosen, are words loaded from our own
 * files. This can go when no supported Chromium does so; tests/e2e/words shows
 * it.
 */
export async function getLanguage(
  store: Pick<Storage, 'getItem'> = localStorage,
): Promise<Language> {
  const chosen = store.getItem(CHOSEN);
  const shown = message('ui_language', []);
  if (isLanguageTag(chosen) && chosen !== shown) return loadLanguage(chosen);
  return shown === '' ? loadLanguage('en') : languageFrom(shown, message);
}
