import type { AccountView } from '../../lib/otp/account.ts';
import { parseOtpauthUri } from '../../lib/otp/uri.ts';
import { isExpired, type Scan } from '../../lib/policy/scan.ts';
import type { CurrentPage } from '../../lib/protocol/views.ts';
import type { Core } from './core.ts';
import { savingOf } from './scan-facts.ts';

type PageScan = NonNullable<CurrentPage['scan']>;

/** The newest of the page's scans that waits for the user. */
export async function findPageScan(
  core: Core,
  { tabId, siteId }: CurrentPage,
  accounts: readonly AccountView[],
): Promise<PageScan | undefined> {
  if (siteId === undefined) return undefined;
  const nowMs = core.nowMs();
  const [newest] = Object.entries(await core.scans.rows())
    // A scan of the page that the tab showed before is no concern of this one.
    .filter(([, { from }]) => from?.tabId === tabId && from.siteId === siteId)
    // What else a code may mean is asked with the code itself.
    .filter(([, { state, alternativeTo }]) => state !== 'offered' || alternativeTo === undefined)
    .filter(([, scan]) => !isExpired(scan, nowMs))
    .toSorted(([, one], [, other]) => other.atMs - one.atMs);
  if (!newest) return undefined;
  const [scanId, scan] = newest;
  if (scan.state === 'offered') return { scanId, ...(await offerOf(core, scan)) };
  const saved = accounts.find(({ id }) => id === scan.accountId);
  if (scan.state !== 'saved' || saved?.status !== 'unconfirmed') return undefined;
  return { scanId, state: 'saved', issuer: saved.issuer, label: saved.label };
}

/** known: the vault has its account, and the code of this goes into the page's field. */
export async function offerOf(
  core: Core,
  { uri }: Pick<Scan, 'uri'>,
): Promise<Omit<PageScan, 'scanId'>> {
  const account = parseOtpauthUri(uri);
  const { issuer, label } = account;
  try {
    const offered = { state: 'offered', issuer, label } as const;
    if (savingOf(account) === 'in-popup' || (await core.vault.state()) !== 'open') return offered;
    const { kind, id } = await core.vault.findDuplicate(account);
    if (kind !== 'same-secret' || id === undefined) return offered;
    const known = await core.vault.account(id);
    return { state: 'known', issuer: known.issuer, label: known.label };
  } finally {
    account.secret.fill(0);
  }
}
