import { en } from './en.ts';
import type { Words } from './words.ts';

const register: Readonly<Record<string, Words>> = {
  en,
};

export const languageNames: readonly string[] = Object.keys(register);

export function getWords(language: string): Words {
  const words = register[language];
  if (words === undefined) throw new Error(`no such language: ${language}`);
  return words;
}
