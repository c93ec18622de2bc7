import { ar } from './ar.ts';
import { cs } from './cs.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { hu } from './hu.ts';
import { id } from './id.ts';
import { invented } from './invented.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { ptBr } from './pt-br.ts';
import { ru } from './ru.ts';
import { sv } from './sv.ts';
import { th } from './th.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import { vi } from './vi.ts';
import { zhCn } from './zh-cn.ts';
import { zhTw } from './zh-tw.ts';
import type { Words } from './words.ts';

const register: Readonly<Record<string, Words>> = {
  en,
  'zh-TW': zhTw,
  ko,
  de,
  fr,
  es,
  it,
  'pt-BR': ptBr,
  nl,
  pl,
  ru,
  uk,
  tr,
  ja,
  'zh-CN': zhCn,
  vi,
  th,
  id,
  cs,
  hu,
  sv,
  ar,
  invented,
};

export const languageNames: readonly string[] = Object.keys(register);

export function getWords(language: string): Words {
  const words = register[language];
  if (words === undefined) throw new Error(`no such language: ${language}`);
  return words;
}
