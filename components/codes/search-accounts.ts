import type { AccountView } from '../../lib/otp/account.ts';

/**
 * Latin letters that Unicode does not decompose into a base letter and a mark
 * (UnicodeData.txt has no mapping for them), and what people type instead.
 */
const TYPED_AS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
};

/**
 * The text without case, accents and compatibility forms: 'muller' finds
 * 'Müller', 'lodz' finds 'Łódź', 'abc' finds 'ＡＢＣ'. Lower case in no language,
 * so that a Turkish browser finds the same.
 */
function fold(text: string): string {
  const letters = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return letters.replaceAll(/[^\0-\x7f]/gu, (letter) => TYPED_AS[letter] ?? letter);
}

function wordsOf(query: string): readonly string[] {
  return fold(query).split(/\s+/u).filter(Boolean);
}

function namesOf({ issuer, label, tags }: AccountView): readonly string[] {
  return [issuer, label, ...tags];
}

/** The accounts with every word of `query` in issuer, label, tags or note, in the order given. */
export function searchAccounts(
  accounts: readonly AccountView[],
  query: string,
): readonly AccountView[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return accounts;
  return accounts.filter((account) => {
    const text = fold([...namesOf(account), account.note].join('\n'));
    return wanted.every((word) => text.includes(word));
  });
}

/** A piece of a text, which a word of the query has found or not. */
export interface TextPart {
  readonly text: string;
  readonly found: 'found' | 'between';
}

/** The text in pieces, so that those which the query has found can be marked. */
export function partsFoundBy(query: string, text: string): readonly TextPart[] {
  const wanted = wordsOf(query);
  const found = new Set<number>();
  // A letter may fold into several, or into none: each of them remembers where it comes from.
  const letters = Array.from(text);
  const folded = letters.map((letter) => fold(letter));
  const origins = folded.flatMap((part, index) => Array.from({ length: part.length }, () => index));
  const all = folded.join('');
  for (const word of wanted) {
    for (let at = all.indexOf(word); at >= 0; at = all.indexOf(word, at + 1)) {
      for (const origin of origins.slice(at, at + word.length)) found.add(origin);
    }
  }
  const parts: { text: string; found: TextPart['found'] }[] = [];
  letters.forEach((letter, index) => {
    const state = found.has(index) ? 'found' : 'between';
    const last = parts.at(-1);
    if (last?.found === state) last.text += letter;
    else parts.push({ text: letter, found: state });
  });
  return parts;
}

/** Letters that a row shows of a note before what was found, and in all. */
const NOTE_BEFORE = 8;
const NOTE_SHOWN = 80;

/** The part of the account's note to show where the query has found the account by its note only. */
export function findNotePart(query: string, account: AccountView): string | undefined {
  const names = fold(namesOf(account).join('\n'));
  const missing = wordsOf(query).filter((word) => !names.includes(word));
  if (missing.length === 0) return undefined;
  const parts = partsFoundBy(missing.join(' '), account.note);
  const found = parts.findIndex((part) => part.found === 'found');
  if (found === -1) return undefined;
  const before = Array.from(found === 0 ? '' : (parts[0]?.text ?? ''));
  const start = before.length > NOTE_BEFORE ? before.length - NOTE_BEFORE : 0;
  const shown = Array.from(account.note).slice(start, start + NOTE_SHOWN);
  return (start > 0 ? '…' : '') + shown.join('').trimStart();
}
