import type { AccountView } from '../../lib/otp/account.ts';
import { parseOtpauthUri } from '../../lib/otp/uri.ts';
import { isExpired } from '../../lib/policy/scan.ts';
import type { CurrentPage } from '../../lib/protocol/views.ts';
import type { Core } from './core.ts';

/** The newest of the page's scans that waits for the user. */
export async function findPageScan(
  core: Core,
  { tabId, siteId }: CurrentPage,
  accounts: readonly AccountView[],
): Promise<CurrentPage['scan']> {
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
  const [scanId, { state, uri, accountId }] = newest;
  if (state === 'offered') {
    const { secret, issuer, label } = parseOtpauthUri(uri);
    secret.fill(0);
    return { scanId, state, issuer, label };
  }
  const saved = accounts.find(({ id }) => id === accountId);
  if (state !== 'saved' || saved?.status !== 'unconfirmed') return undefined;
  return { scanId, state, issuer: saved.issuer, label: saved.label };
}
