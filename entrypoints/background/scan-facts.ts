import type { NewAccount } from '../../lib/otp/account.ts';
import { mayBeSteam } from '../../lib/otp/key.ts';
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

/** The card fills the code it saves; of Steam's and of codes by counter the user judges in our own popup. */
function savingOf(account: NewAccount): ScanSaving {
  return account.type === 'totp' && !mayBeSteam(account) ? 'on-card' : 'in-popup';
}
