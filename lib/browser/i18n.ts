import type { ErrorCode } from '../errors.ts';
import type { Substitution } from '../language/language.ts';
import { errorKeyOf, type MessageKey } from '../language/messages.ts';

interface I18n {
  getMessage(key: string, substitutions?: readonly string[]): string;
  getUILanguage(): string;
}
declare const browser: { readonly i18n: I18n } | undefined;
declare const chrome: { readonly i18n: I18n };

function i18n(): I18n {
  return typeof browser === 'object' ? browser.i18n : chrome.i18n;
}

/** The text of any key in the browser's language, '' where it has none. */
export function message(key: string, substitutions: readonly string[]): string {
  return i18n().getMessage(key, substitutions);
}

/** The words of `key` in the browser's language, with $1… replaced; numbers as its words write them. */
export function words(key: MessageKey, ...substitutions: readonly Substitution[]): string {
  const written = substitutions.map((one) =>
    typeof one === 'number' ? one.toLocaleString(i18n().getMessage('ui_language') || 'en') : one,
  );
  return message(key, written);
}

/** The words for an error: what happened, and what the user can do next. */
export function errorWords(code: ErrorCode): string {
  return words(errorKeyOf(code));
}

/** The direction in which the browser's language is written. */
export function uiDirection(): 'ltr' | 'rtl' {
  return i18n().getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
}
