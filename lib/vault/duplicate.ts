import {
  isSameName,
  type AccountView,
  type NewAccount,
  type OtpParameters,
} from '../otp/account.ts';
import { isSameKey } from '../otp/key.ts';
import { fingerprintOf, type AccountIndex, type IndexEntry } from './format/index-cache.ts';
import type { Duplicate } from './model.ts';
import type { VaultStore } from './store/vault-store.ts';

/**
 * The accounts that are meant, of those that are not in the bin: built once for
 * all that is compared with them, because an import has ten thousand.
 */
class KnownAccounts {
  readonly #byFingerprint = new Map<string, IndexEntry[]>();
  readonly #byName = new Map<string, AccountView>();

  constructor(index: AccountIndex, isMeant: (view: AccountView) => boolean = () => true) {
    for (const entry of index.values()) {
      const { view, fingerprint } = entry;
      if (view.binnedMs !== undefined || !isMeant(view)) continue;
      const alike = this.#byFingerprint.get(fingerprint);
      if (alike) alike.push(entry);
      else this.#byFingerprint.set(fingerprint, [entry]);
      const name = keyOf(view.issuer, view.label);
      if (!this.#byName.has(name)) this.#byName.set(name, view);
    }
  }

  /**
   * By the key first, then by issuer and label. The same secret with other
   * parameters gives other codes, and is another account.
   */
  duplicateOf(
    account: Pick<NewAccount, 'issuer' | 'label'> & OtpParameters,
    fingerprint: string,
  ): Duplicate {
    const alike = this.#byFingerprint.get(fingerprint) ?? [];
    const withSameKey = alike.filter(({ view }) => isSameKey(view, account));
    // Of a key that was kept under several names, the one of this name.
    const same = withSameKey.find(({ view }) => isSameName(view, account)) ?? withSameKey[0];
    if (same) return { kind: 'same-secret', id: same.view.id };
    const namesake = this.#byName.get(keyOf(account.issuer.trim(), account.label.trim()));
    return namesake ? { kind: 'same-name', id: namesake.id } : { kind: 'none' };
  }
}

function keyOf(issuer: string, label: string): string {
  return JSON.stringify([issuer, label]);
}

/** What of these accounts the open vault has already and can read, in their order. Throws 'vault-locked'. */
export async function findDuplicates(
  store: VaultStore,
  accounts: readonly NewAccount[],
  isMeant?: (view: AccountView) => boolean,
): Promise<readonly Duplicate[]> {
  const { lockEpoch, keys, contents } = await store.getOpened();
  const known = new KnownAccounts(store.reader.readableOf(contents.index), isMeant);
  const duplicates: Duplicate[] = [];
  for (const account of accounts) {
    duplicates.push(known.duplicateOf(account, await fingerprintOf(keys, account)));
  }
  store.session.throwIfLockedSince(lockEpoch);
  return duplicates;
}
