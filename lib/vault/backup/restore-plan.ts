import type { Account, AccountView } from '../../otp/account.ts';
import { isSameKey } from '../../otp/key.ts';
import { MAX_NAME } from '../../otp/name.ts';
import { equalBytes } from '../../crypto/bytes.ts';
import { type AccountIndex, fingerprintOf } from '../format/index-cache.ts';
import type { VaultPorts } from '../store/ports.ts';
import type { DerivedKeys } from '../format/derived-keys.ts';

/**
 * What becomes of one account of a backup.
 * new: added. second: added beside another secret of its name, under a name
 * that tells them apart. there: the vault has this very account, perhaps under
 * another name, or the backup has it twice; nothing is done.
 */
export interface RestoreLine {
  readonly kind: 'new' | 'second' | 'there';
  readonly issuer: string;
  readonly label: string;
  /** Comes back into the bin, where it lay when the backup was made. */
  readonly bin: 'live' | 'binned';
}

export interface RestorePlan {
  readonly lines: readonly RestoreLine[];
  /** The accounts to add, with the secrets of the backup, still under their old ids. */
  readonly added: readonly Account[];
}

/** The accounts with those of their sites that are known here, and the ids of the others. */
export async function withKnownSites(
  { knownSites }: Pick<VaultPorts, 'knownSites'>,
  accounts: readonly Account[],
): Promise<{ readonly accounts: readonly Account[]; readonly droppedSites: readonly string[] }> {
  const known = await knownSites();
  const dropped = accounts.flatMap(({ sites }) => sites.filter((siteId) => !known(siteId)));
  return {
    accounts: accounts.map((account) => ({ ...account, sites: account.sites.filter(known) })),
    droppedSites: [...new Set(dropped)],
  };
}

/** The vault that takes the accounts in; absent where there is none to be read. */
export interface Present {
  readonly keys: DerivedKeys;
  /** Without the accounts that it cannot read: the backup brings them back. */
  readonly index: AccountIndex;
}

/** Nothing that is there is ever changed: an account is added beside it, or not at all. */
export async function planRestore(
  accounts: readonly Account[],
  madeMs: number,
  present: Present | undefined,
): Promise<RestorePlan> {
  const lines: RestoreLine[] = [];
  const added: Account[] = [];
  // By the name in the backup: one that is added may get another.
  const addedByName = new Map<string, Account[]>();
  const add = (account: Account, label: string): void => {
    added.push({ ...account, label });
    const name = nameOf(account);
    const namesakes = addedByName.get(name);
    if (namesakes) namesakes.push(account);
    else addedByName.set(name, [account]);
  };
  const names = new Set<string>();
  const known = new Map<string, AccountView[]>();
  for (const { view, fingerprint } of present?.index.values() ?? []) {
    if (view.binnedMs === undefined) names.add(nameOf(view));
    known.set(fingerprint, [...(known.get(fingerprint) ?? []), view]);
  }
  for (const account of accounts) {
    const bin = account.binnedMs === undefined ? 'live' : 'binned';
    const { issuer, label } = account;
    const isKnown = present && (await isThere(account, present.keys, known));
    const namesakes = addedByName.get(nameOf(account)) ?? [];
    if (isKnown || namesakes.some((other) => isSameSecret(account, other))) {
      lines.push({ kind: 'there', issuer, label, bin });
    } else if (bin === 'binned' || !names.has(nameOf(account))) {
      lines.push({ kind: 'new', issuer, label, bin });
      add(account, label);
    } else {
      const free = freeLabel(account, madeMs, names);
      names.add(nameOf({ issuer, label: free }));
      lines.push({ kind: 'second', issuer, label: free, bin });
      add(account, free);
    }
  }
  return { lines, added };
}

/** Of accounts of one name: a backup that another program wrote may have an account twice. */
function isSameSecret(one: Account, other: Account): boolean {
  return (
    isSameKey(one, other) &&
    (one.binnedMs === undefined) === (other.binnedMs === undefined) &&
    equalBytes(one.secret, other.secret)
  );
}

/** Of a live one only a live one counts: who lets an account go to the bin may want it back. */
async function isThere(
  account: Account,
  keys: DerivedKeys,
  known: ReadonlyMap<string, readonly AccountView[]>,
): Promise<boolean> {
  const { binnedMs } = account;
  return (known.get(await fingerprintOf(keys, account)) ?? []).some(
    (view) => isSameKey(view, account) && (view.binnedMs === undefined || binnedMs !== undefined),
  );
}

function nameOf({ issuer, label }: Pick<AccountView, 'issuer' | 'label'>): string {
  return JSON.stringify([issuer, label]);
}

/** 'maria@example.com (2026-11-22)': the day of the backup, and a number if that is taken. */
function freeLabel(account: Account, madeMs: number, names: ReadonlySet<string>): string {
  const day = new Date(Math.min(madeMs, 8.64e15)).toISOString().slice(0, 10);
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? ` (${day})` : ` (${day}, ${number})`;
    // Cut between two halves of a character, the rest would be no text.
    const rest = account.label.slice(0, MAX_NAME - suffix.length).replace(/[\uD800-\uDBFF]$/, '');
    const label = `${rest}${suffix}`.trim();
    if (!names.has(nameOf({ issuer: account.issuer, label }))) return label;
  }
}
