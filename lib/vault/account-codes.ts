import { AppError } from '../errors.ts';
import type { Account } from '../otp/account.ts';
import { codesAt } from '../otp/code.ts';
import { viewOf } from './format/account-fields.ts';
import { errorOfUnread } from './format/index-cache.ts';
import type { AccountRow } from './model.ts';
import type { VaultStore } from './store/vault-store.ts';

/**
 * The code at `nowMs` (Unix time) and the next one, in the order of `ids`,
 * without the unknown, binned and unreadable; none of an account by counter.
 */
export async function codesOf(
  store: VaultStore,
  ids: readonly string[],
  nowMs: number,
): Promise<readonly AccountRow[]> {
  const opened = await store.getOpened();
  const accounts = await store.readAccounts(opened, ids);
  store.session.throwIfLockedSince(opened.lockEpoch);
  return ids.flatMap((id) => {
    const account = accounts.get(id);
    if (!account || account.binnedMs !== undefined) return [];
    const view = viewOf(account);
    return [
      account.type === 'hotp' ? { account: view } : { account: view, ...codesAt(account, nowMs) },
    ];
  });
}

/**
 * Throws 'account-unknown', 'account-damaged'. `use` runs without an await after the last comparison
 * of the lock epoch, so no lock has wiped its secret.
 */
export async function useAccount<Value>(
  store: VaultStore,
  id: string,
  use: (account: Account) => Value,
): Promise<Value> {
  const opened = await store.getOpened();
  const account = (await store.readAccounts(opened, [id])).get(id);
  store.session.throwIfLockedSince(opened.lockEpoch);
  if (!account) throw errorOfUnread(opened.contents.index, id);
  if (account.binnedMs !== undefined) throw new AppError('account-unknown');
  return use(account);
}
