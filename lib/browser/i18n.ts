import type messages from '../../public/_locales/en/messages.json';
import type { ErrorCode } from '../errors.ts';

/** Every word on screen has a key here; English is the source of the keys. */
export type MessageKey = keyof typeof messages;

type Underscored<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Text;

/** The message key of an error code. A code without words makes `errorKeyOf` fail to compile. */
type ErrorKey = `error_${Underscored<ErrorCode>}`;

interface I18n {
  getMessage(key: string, substitutions?: readonly string[]): string;
  getUILanguage(): string;
}
declare const browser: { readonly i18n: I18n } | undefined;
declare const chrome: { readonly i18n: I18n };

function i18n(): I18n {
  return typeof browser === 'object' ? browser.i18n : chrome.i18n;
}

/** The words of `key` in the browser's language, with $1… replaced. */
export function words(key: MessageKey, ...substitutions: readonly string[]): string {
  return i18n().getMessage(key, substitutions);
}

export function errorKeyOf(code: ErrorCode): MessageKey {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- replaceAll has no literal type; the tests hold every code against the words
  const key: ErrorKey & MessageKey = `error_${code.replaceAll('-', '_')}` as ErrorKey;
  return key;
}

/** The words for an error: what happened, and what the user can do next. */
export function errorWords(code: ErrorCode): string {
  return words(errorKeyOf(code));
}

/** The direction in which the browser's language is written. */
export function uiDirection(): 'ltr' | 'rtl' {
  return i18n().getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
}
