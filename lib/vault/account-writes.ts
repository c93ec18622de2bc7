/** Writes of accounts: each function is one write of the vault, all of it or nothing. */
import { toBase64url } from '../base64.ts';
import { AppError } from '../errors.ts';
import { type Account, type AccountView, COUNTER_MAX, type CountedCode } from '../otp/account.ts';
import { countedCode } from '../otp/code.ts';
import { type Addition, newAccount } from './account-edits.ts';
import { getChecked, viewOf } from './format/account-fields.ts';
import type { VaultNotes } from './format/notes.ts';
import { checkRoom, errorOfUnread, getView } from './format/index-cache.ts';
import { ID_BYTES } from './format/item-names.ts';
import type { VaultPorts } from './store/ports.ts';
import type { OpenedContents } from './store/record-reader.ts';
import type { VaultStore } from './store/vault-store.ts';

/** An account with a secret of its own, for the write path to wipe. Throws 'account-unknown', 'account-damaged'. */
async function getCopy(store: VaultStore, opened: OpenedContents, id: string): Promise<Account> {
  const account = (await store.readWithin(opened, [id])).get(id);
  if (!account) throw errorOfUnread(opened.contents.index, id);
  return { ...account, secret: account.secret.slice() };
}

/** Throws 'vault-full', and the code of the first field outside its limits. */
export async function addAccounts(
  ports: VaultPorts,
  store: VaultStore,
  additions: readonly Addition[],
  notes?: VaultNotes,
): Promise<readonly AccountView[]> {
  return store.write(async (opened, batch) => {
    const { put } = batch;
    if (notes) batch.notes = notes;
    checkRoom(opened.contents.index, additions.length);
    const nowMs = ports.nowMs();
    const views: AccountView[] = [];
    for (const addition of additions) {
      const { replaces } = addition;
      if (replaces !== undefined) {
        const replaced = await getCopy(store, opened, replaces);
        put.set(replaces, { ...replaced, binnedMs: nowMs, changedMs: nowMs });
      }
      const id = toBase64url(ports.randomBytes(ID_BYTES));
      const account = newAccount(addition, id, nowMs);
      put.set(id, account);
      views.push(viewOf(account));
    }
    return views;
  });
}

/** Throws 'account-unknown', 'account-damaged', or the code of a field outside its limits. */
export async function editAccount(
  ports: VaultPorts,
  store: VaultStore,
  id: string,
  edit: (account: Account) => Account,
): Promise<AccountView> {
  return store.write(async (opened, { put }) => {
    const changedMs = ports.nowMs();
    const account = getChecked({ ...edit(await getCopy(store, opened, id)), changedMs });
    put.set(id, account);
    return viewOf(account);
  });
}

/** Into the bin, and `restored` out of it. Throws 'account-unknown', 'account-damaged'. */
export async function binAccounts(
  ports: VaultPorts,
  store: VaultStore,
  ids: readonly string[],
  restored: ReadonlySet<string>,
): Promise<void> {
  await store.write(async (opened, { put }) => {
    const nowMs = ports.nowMs();
    for (const id of restored) {
      const { binnedMs: _binnedMs, ...account } = await getCopy(store, opened, id);
      put.set(id, { ...account, changedMs: nowMs });
    }
    for (const id of ids) {
      const account = await getCopy(store, opened, id);
      put.set(id, { ...account, binnedMs: nowMs, changedMs: nowMs });
    }
  });
}

/** Leaves a tombstone without name or secret. Throws 'account-unknown'. */
export async function deleteAccount(store: VaultStore, id: string): Promise<void> {
  await store.write(async (opened, { deleted }) => {
    getView(opened.contents.index, id);
    deleted.add(id);
  });
}

/** The next code of an account by counter; see `Vault.nextCode`. Throws what that throws. */
export async function takeNextCode(
  store: VaultStore,
  id: string,
  from: number | undefined,
): Promise<CountedCode> {
  return store.write(async (opened, { put }) => {
    const account = await getCopy(store, opened, id);
    // The write path wipes what it is given.
    put.set(id, account);
    if (account.binnedMs !== undefined) throw new AppError('account-unknown');
    if (account.type !== 'hotp') throw new AppError('otp-type-unsupported');
    const counter = from ?? account.counter;
    const isAhead = counter >= account.counter && counter < COUNTER_MAX;
    if (!Number.isSafeInteger(counter) || !isAhead) {
      throw new AppError('counter-unsupported');
    }
    put.set(id, { ...account, counter: counter + 1 });
    return countedCode(account, counter);
  });
}
