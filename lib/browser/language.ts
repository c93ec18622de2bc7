import type { ErrorCode } from '../errors.ts';
import { errorKeyOf, errorWords, words, type MessageKey } from './i18n.ts';

/** The words of our own pages in one language. */
export interface Language {
  readonly words: (key: MessageKey, ...substitutions: readonly string[]) => string;
  readonly errorWords: (code: ErrorCode) => string;
}

/**
 * Puts substitutions into a message as the browser does: `$1` is the first one,
 * `$$` is a dollar.
 */
function filled(message: string, substitutions: readonly string[]): string {
  return message.replaceAll(/\$([$1-9])/gu, (_all, sign: string) =>
    sign === '$' ? '$' : (substitutions[Number(sign) - 1] ?? ''),
  );
}

/**
 * The language of our own pages. A process of Chromium 156 that is started
 * while the extension is still being installed may get '' for every message,
 * for as long as it lives (measured: 2 of 58 first starts on a busy machine had
 * a popup without a word in it). Only then is English loaded from our own
 * files. This can go when no supported Chromium does so; tests/e2e/words shows
 * it.
 */
export async function getLanguage(): Promise<Language> {
  if (words('ui_language') !== '') return { words, errorWords };
  const { default: messages } = await import('../../public/_locales/en/messages.json');
  const english: Language['words'] = (key, ...substitutions) =>
    filled(messages[key].message, substitutions);
  return { words: english, errorWords: (code) => english(errorKeyOf(code)) };
}
