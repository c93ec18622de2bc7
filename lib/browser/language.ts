import type { ErrorCode } from '../errors.ts';
import { errorKeyOf, errorWords, words, type MessageKey } from './i18n.ts';

/** What one of our own pages needs to speak. */
export interface Language {
  readonly words: (key: MessageKey, ...substitutions: readonly string[]) => string;
  readonly errorWords: (code: ErrorCode) => string;
}

/** As the browser puts them together: `$1` is the first substitution, `$$` a dollar. */
function filled(message: string, substitutions: readonly string[]): string {
  return message.replaceAll(/\$([$1-9])/gu, (_all, sign: string) =>
    sign === '$' ? '$' : (substitutions[Number(sign) - 1] ?? ''),
  );
}

/**
 * The language of our own pages. A process of Chromium 156 that is started
 * while the extension is still being installed may get '' for every message,
 * for as long as it lives: 2 of 58 first starts on a busy machine had a popup
 * without a word in it. Only then is English loaded from our own files.
 */
export async function getLanguage(): Promise<Language> {
  if (words('ui_language') !== '') return { words, errorWords };
  const { default: messages } = await import('../../public/_locales/en/messages.json');
  const english: Language['words'] = (key, ...substitutions) =>
    filled(messages[key].message, substitutions);
  return { words: english, errorWords: (code) => english(errorKeyOf(code)) };
}
