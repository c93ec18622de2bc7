import type { AccountView, NewAccount, OtpParameters } from '../otp/account.ts';
import { isSameKey } from '../otp/key.ts';
import type { AccountIndex } from './format/index-cache.ts';
import type { Duplicate } from './model.ts';

/**
 * By the key first, then by issuer and label, among the accounts that are
 * meant; those in the bin do not count. The same secret with other parameters
 * gives other codes, and is another account.
 */
export function findDuplicate(
  index: AccountIndex,
  account: Pick<NewAccount, 'issuer' | 'label'> & OtpParameters,
  fingerprint: string,
  isMeant: (view: AccountView) => boolean = () => true,
): Duplicate {
  const live = [...index.values()].filter(
    ({ view }) => view.binnedMs === undefined && isMeant(view),
  );
  const same = live.find(
    (entry) => entry.fingerprint === fingerprint && isSameKey(entry.view, account),
  );
  if (same) return { kind: 'same-secret', id: same.view.id };
  const issuer = account.issuer.trim();
  const label = account.label.trim();
  const namesake = live.find(({ view }) => view.issuer === issuer && view.label === label);
  return namesake ? { kind: 'same-name', id: namesake.view.id } : { kind: 'none' };
}
