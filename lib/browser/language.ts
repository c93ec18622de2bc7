import { LANGUAGES } from '../language/index.ts';
import { languageFrom, type Catalogue, type Language } from '../language/language.ts';
import { isLanguageTag, LANGUAGE_TAGS, type LanguageTag } from '../language/tags.ts';
import { message } from './i18n.ts';

/** The part of the browser's own namespace used here: the popup must not wait for the polyfill. */
interface ManagedApi {
  readonly storage: {
    readonly managed: { get(key: string): Promise<Readonly<Record<string, unknown>>> };
  };
}
declare const browser: ManagedApi | undefined;
declare const chrome: ManagedApi;

/** The language that an administrator has set. Firefox rejects where there is no policy. */
async function readManagedLanguage(): Promise<unknown> {
  const api = typeof browser === 'object' ? browser : chrome;
  const found = await api.storage.managed.get('language').catch(() => undefined);
  return found?.['language'];
}

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
 * The language of our own pages: the one that an administrator has set, else the
 * one that the user chose there, else the browser's.
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
  readManaged: () => Promise<unknown> = readManagedLanguage,
): Promise<Language> {
  const shown = message('ui_language', []);
  // Where the browser shows the only language there is, nobody need be asked.
  const isChoice = LANGUAGE_TAGS.some((tag) => tag !== shown);
  const wanted = isChoice ? [await readManaged(), store.getItem(CHOSEN)] : [];
  const chosen = wanted.find(isLanguageTag);
  if (chosen !== undefined && chosen !== shown) return loadLanguage(chosen);
  return shown === '' ? loadLanguage('en') : languageFrom(shown, message);
}
