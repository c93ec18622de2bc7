import type { NewAccount } from '../../lib/otp/account.ts';
import { mayBeSteam } from '../../lib/otp/key.ts';
import { mixesAlphabets } from '../../lib/otp/name.ts';
import { parseOtpauthUri } from '../../lib/otp/uri.ts';
import type { ScanAnswer, ScanSaving } from '../../lib/protocol/page-messages.ts';
import type { Scans } from './scans.ts';

type ScanFacts = Omit<Extract<ScanAnswer, { readonly kind: 'otpauth' }>, 'kind' | 'scanId'>;

/** What a page of the site may hear of a text: never its secret. Throws what parseOtpauthUri throws. */
export async function factsOf(scans: Scans, uri: string, siteId: string): Promise<ScanFacts> {
  const account = parseOtpauthUri(uri);
  try {
    const { kind: duplicate } = await scans.duplicateOf(account, siteId);
    const { issuer, label } = account;
    return { issuer, label, duplicate, saving: savingOf(account) };
  } finally {
    account.secret.fill(0);
  }
}

/** Where the account of a text is saved. Throws what parseOtpauthUri throws. */
export function savingOfUri(uri: string): ScanSaving {
  const account = parseOtpauthUri(uri);
  account.secret.fill(0);
  return savingOf(account);
}

/**
 * The card fills the code it saves. Of Steam's codes, of codes by counter and of
 * names that may deceive the eye the user judges in our own popup, which says more.
 */
export function savingOf(account: NewAccount): ScanSaving {
  const isPlain = account.type === 'totp' && !mayBeSteam(account);
  const isDeceiving = [account.issuer, account.label].some(mixesAlphabets);
  return isPlain && !isDeceiving ? 'on-card' : 'in-popup';
}
