import { compareNames } from '../otp/account-order.ts';
import type { AccountView } from '../otp/account.ts';
import { accountNameOf } from '../otp/label.ts';

/** unbound: the site has no account yet, and the user may choose any for it. none: there is no account at all. */
export type Choice =
  | { readonly kind: 'one'; readonly account: AccountView }
  | { readonly kind: 'several'; readonly accounts: readonly AccountView[] }
  | { readonly kind: 'unbound' | 'none' };

/** The accounts that belong to this site. */
export function boundTo(siteId: string, accounts: readonly AccountView[]): readonly AccountView[] {
  return accounts.filter(
    (account) => account.binnedMs === undefined && account.sites.includes(siteId),
  );
}

function isAddress(text: string): boolean {
  return text.includes('@');
}

/** True when the label names this very address, alone or as 'Name <address>' or 'TP-Link (address)'. */
function names(label: string, identity: string): boolean {
  return accountNameOf(label)
    .toLowerCase()
    .split(/[\s<>()[\],;"']+/)
    .includes(identity);
}

/** Whether the label is an e-mail address, and not the one that was typed: the code would be refused. */
export function isOfAnother(label: string, identity: string | undefined): boolean {
  const isNamed = identity !== undefined && isAddress(identity);
  return isNamed && isAddress(label) && !names(label, identity);
}

/**
 * Which account a prompt of this site wants: the one whose label is the
 * e-mail typed in the step before, else the only one bound to the site. An
 * only account that names another e-mail than the one typed is not taken: its
 * code would be refused, and refused codes count towards a lock.
 */
export function chooseAccount(
  accounts: readonly AccountView[],
  siteId: string,
  identity: string | undefined,
): Choice {
  const bound = boundTo(siteId, accounts);
  if (bound.length === 0) {
    const isEmpty = accounts.every(({ binnedMs }) => binnedMs !== undefined);
    return { kind: isEmpty ? 'none' : 'unbound' };
  }
  const confirmed = bound.filter((account) => account.status === 'confirmed');
  // An unconfirmed account may be of an enrolment that was cancelled: the last resort, never the first.
  const candidates = confirmed.length > 0 ? confirmed : bound;
  if (identity !== undefined && isAddress(identity)) {
    const named = candidates.filter((account) => names(account.label, identity));
    if (named.length === 1 && named[0]) return { kind: 'one', account: named[0] };
    if (named.length > 1) return { kind: 'several', accounts: named };
    const unfinished = bound.filter((account) => names(account.label, identity));
    // Its account is one that nothing has confirmed: that one's code may be refused, and so may another's.
    if (unfinished.length > 0) return { kind: 'several', accounts: unfinished };
    const unnamed = candidates.filter((account) => !isAddress(account.label));
    if (unnamed.length === 1 && unnamed[0]) return { kind: 'one', account: unnamed[0] };
    return { kind: 'several', accounts: candidates };
  }
  if (candidates.length === 1 && candidates[0]) return { kind: 'one', account: candidates[0] };
  return { kind: 'several', accounts: candidates };
}

/**
 * All accounts the user may choose from at a prompt of this site: those that
 * fit it best first, then whatever else is bound to the site; within each by
 * issuer and label. For a site without a bound account these are all accounts:
 * the choice binds one.
 */
export function accountsToChoose(
  accounts: readonly AccountView[],
  siteId: string,
  identity: string | undefined,
): readonly AccountView[] {
  const bound = boundTo(siteId, accounts);
  const offered =
    bound.length > 0 ? bound : accounts.filter(({ binnedMs }) => binnedMs === undefined);
  const choice = chooseAccount(offered, siteId, identity);
  const best: readonly AccountView[] =
    choice.kind === 'several' ? choice.accounts : choice.kind === 'one' ? [choice.account] : [];
  const compare = compareNames();
  return offered.toSorted(
    (one, other) =>
      Number(best.includes(other)) - Number(best.includes(one)) || compare(one, other),
  );
}
