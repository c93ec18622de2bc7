import type { AccountView } from '../../lib/otp/account.ts';

type Named = Pick<AccountView, 'issuer' | 'label'>;

/** As many as account-mark.css has colours. */
const HUES = 8;

/** The letter in the mark of an account. It is the label's: the issuers of most accounts are the same. */
export function initialOf({ issuer, label }: Named): string {
  return (
    Array.from(label || issuer)
      .at(0)
      ?.toLocaleUpperCase() ?? '·'
  );
}

/**
 * The colour of an account, from 0 to HUES - 1: always the same for the same
 * name, on every computer. FNV-1a, because neighbouring names shall differ.
 */
export function hueOf({ issuer, label }: Named): number {
  let hash = 0x811c9dc5;
  for (const letter of `${issuer}\n${label}`) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return ((hash >>> 16) ^ hash) & (HUES - 1);
}
