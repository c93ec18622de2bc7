import type { AccountView } from '../../lib/otp/account.ts';

/** Compatibility forms and accents are folded, so that 'muller' finds 'Müller' and 'ＡＢＣ' finds 'abc'. */
function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();
}

/** Accounts in which every word of `query` occurs: issuer, label, tags or note; order kept. */
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
