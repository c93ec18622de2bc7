import type { ErrorCode } from '../errors.ts';
import type { Substitution, Texts } from '../language/language.ts';
import { errorKeyOf, type MessageKey } from '../language/messages.ts';
import { LANGUAGE_TAGS } from '../language/tags.ts';

interface I18n {
  getMessage(key: string, substitutions?: readonly string[]): string;
  getUILanguage(): string;
}
declare const browser: { readonly i18n: I18n } | undefined;
declare const chrome: { readonly i18n: I18n };

function i18n(): I18n {
  return typeof browser === 'object' ? browser.i18n : chrome.i18n;
}

/**
 * Has `message` take these texts before the browser's, in this world of scripts
 * alone. It names nothing outside of itself, because the background also runs it
 * in pages, before the script that speaks there. A page sees nothing of it.
 */
export function useTexts(texts: Texts): void {
  Reflect.set(globalThis, Symbol.for('nightlatch.texts'), texts);
}

function findText(key: string): string | undefined {
  const texts: unknown = Reflect.get(globalThis, Symbol.for('nightlatch.texts'));
  if (typeof texts !== 'object' || texts === null) return undefined;
  const text: unknown = Reflect.get(texts, key);
  return typeof text === 'string' ? text : undefined;
}

/**
 * Puts substitutions into a message as the browser does: `$1` is the first one,
 * `$$` is a dollar.
 */
export function filled(text: string, substitutions: readonly string[]): string {
  return text.replaceAll(/\$([$1-9])/gu, (_all, sign: string) =>
    sign === '$' ? '$' : (substitutions[Number(sign) - 1] ?? ''),
  );
}

/** The text of any key in the chosen language, else in the browser's; '' where it has none. */
export function message(key: string, substitutions: readonly string[]): string {
  const text = findText(key);
  return text === undefined ? i18n().getMessage(key, substitutions) : filled(text, substitutions);
}

/** Whether there is another language than the one that the browser shows: else nobody need be asked. */
export function isLanguageChoice(): boolean {
  const shown = i18n().getMessage('ui_language');
  return LANGUAGE_TAGS.some((tag) => tag !== shown);
}

/** The words of `key`, with $1… replaced; numbers as their language writes them. */
export function words(key: MessageKey, ...substitutions: readonly Substitution[]): string {
  const written = substitutions.map((one) =>
    typeof one === 'number' ? one.toLocaleString(message('ui_language', []) || 'en') : one,
  );
  return message(key, written);
}

/** The words for an error: what happened, and what the user can do next. */
export function errorWords(code: ErrorCode): string {
  return words(errorKeyOf(code));
}

/** The direction in which the words are written. */
export function uiDirection(): 'ltr' | 'rtl' {
  return message('ui_direction', []) === 'rtl' ? 'rtl' : 'ltr';
}
