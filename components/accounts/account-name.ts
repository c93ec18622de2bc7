/** The name an account is spoken of by: 'issuer · label'. */
export function nameOf(account: { readonly issuer: string; readonly label: string }): string {
  return [account.issuer, account.label].filter(Boolean).join(' · ');
}
