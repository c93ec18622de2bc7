import type { Algorithm } from '../../lib/otp/account.ts';

export const ALGORITHMS: readonly { readonly value: Algorithm; readonly label: string }[] = [
  { value: 'SHA-1', label: 'SHA-1' },
  { value: 'SHA-256', label: 'SHA-256' },
  { value: 'SHA-512', label: 'SHA-512' },
];

export const DIGITS: readonly { readonly value: '6' | '7' | '8'; readonly label: string }[] = [
  { value: '6', label: '6' },
  { value: '7', label: '7' },
  { value: '8', label: '8' },
];

/** The name an account is spoken of by: 'issuer · label'. */
export function nameOf(account: { readonly issuer: string; readonly label: string }): string {
  return [account.issuer, account.label].filter(Boolean).join(' · ');
}
