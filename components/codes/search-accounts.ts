import type { AccountView } from '../../lib/otp/account.ts';

/** The text without case, accents and compatibility forms: 'muller' finds 'Müller', 'abc' finds 'ＡＢＣ'. */
function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();
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
