import type { AccountView, NewAccount } from '../otp/account.ts';
import type { AccountIndex } from './format/index-cache.ts';
import type { Duplicate } from './model.ts';

/**
 * By the secret first, then by issuer and label, among the accounts that are
 * meant; those in the bin do not count.
 */
export function findDuplicate(
  index: AccountIndex,
  account: Pick<NewAccount, 'issuer' | 'label'>,
  fingerprint: string,
  isMeant: (view: AccountView) => boolean = () => true,
): Duplicate {
  const live = [...index.values()].filter(
    ({ view }) => view.binnedMs === undefined && isMeant(view),
  );
  const same = live.find((entry) => entry.fingerprint === fingerprint);
  if (same) return { kind: 'same-secret', id: same.view.id };
  const issuer = account.issuer.trim();
  const label = account.label.trim();
  const namesake = live.find(({ view }) => view.issuer === issuer && view.label === label);
  return namesake ? { kind: 'same-name', id: namesake.view.id } : { kind: 'none' };
}
