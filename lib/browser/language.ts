import { LANGUAGES } from '../language/index.ts';
import { CHOSEN_LANGUAGE, languageFrom, type Language, type Texts } from '../language/language.ts';
import { isLanguageTag, type LanguageTag } from '../language/tags.ts';
import { ask } from '../protocol/client.ts';
import { filled, isLanguageChoice, message } from './i18n.ts';

/** The part of the browser's own namespace used here: the popup must not wait for the polyfill. */
interface PageApi {
  readonly runtime: { getManifest(): { readonly version: string } };
  readonly storage: {
    readonly managed: { get(key: string): Promise<Readonly<Record<string, unknown>>> };
  };
}
declare const browser: PageApi | undefined;
declare const chrome: PageApi;

type Store = Pick<Storage, 'getItem' | 'setItem'>;

function api(): PageApi {
  return typeof browser === 'object' ? browser : chrome;
}

/** The language that an administrator has set. Firefox rejects where there is no policy. */
async function readManagedLanguage(): Promise<unknown> {
  const found = await api()
    .storage.managed.get('language')
    .catch(() => undefined);
  return found?.['language'];
}

/** Which texts the background was given last, so that no page gives them again. */
const GIVEN = 'language-given';

/** What is shown outside of our pages: cards and badges in pages, notifications, menus. */
const SHOWN_OUTSIDE = /^(?:ui_language$|ui_direction$|(?:error|menu|notice|offer|prompt)_)/u;

async function loadTexts(tag: LanguageTag): Promise<Texts> {
  const { default: messages } = await LANGUAGES[tag].load();
  return Object.fromEntries(
    Object.entries(messages).map(([key, { message: text }]) => [key, text]),
  );
}

/**
 * Gives the background the texts of the language that was chosen, which only a
 * page can load: `connect-src 'none'` keeps everyone from fetching a file, and a
 * service worker from importing one. Another version of ours gives them anew.
 */
async function giveTexts(store: Store, tag: LanguageTag | undefined, all: Texts): Promise<void> {
  const given = tag === undefined ? '' : `${tag} ${api().runtime.getManifest().version}`;
  if (given === (store.getItem(GIVEN) ?? '')) return;
  const shownOutside = Object.entries(all).filter(([key]) => SHOWN_OUTSIDE.test(key));
  await ask('languageTexts', { texts: tag === undefined ? {} : Object.fromEntries(shownOutside) });
  store.setItem(GIVEN, given);
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
  store: Store = localStorage,
  readManaged: () => Promise<unknown> = readManagedLanguage,
): Promise<Language> {
  const shown = message('ui_language', []);
  const isChoice = isLanguageChoice();
  const wanted = isChoice ? [await readManaged(), store.getItem(CHOSEN_LANGUAGE)] : [];
  const chosen = wanted.find(isLanguageTag);
  const other = chosen === shown ? undefined : chosen;
  const tag = other ?? (shown === '' ? 'en' : undefined);
  const texts = tag === undefined ? {} : await loadTexts(tag);
  // Not awaited: this page has its words.
  if (isChoice) void giveTexts(store, other, texts).catch(() => undefined);
  if (tag === undefined) return languageFrom(shown, message);
  return languageFrom(tag, (key, substitutions) => filled(texts[key] ?? '', substitutions));
}
