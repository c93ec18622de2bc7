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

/** The accounts with every word of `query` in issuer, label, tags or note, in the order given. */
export function searchAccounts(
  accounts: readonly AccountView[],
  query: string,
): readonly AccountView[] {
  const wanted = fold(query).split(/\s+/u).filter(Boolean);
  if (wanted.length === 0) return accounts;
  return accounts.filter((account) => {
    const text = fold([account.issuer, account.label, ...account.tags, account.note].join('\n'));
    return wanted.every((word) => text.includes(word));
  });
}
