import type { OwnHandlers } from '../../lib/protocol/server.ts';
import type { Core } from './core.ts';
import type { LockController } from './lock-controller.ts';
import { popupView } from './popup-view.ts';
import { noteUsed } from './recent-accounts.ts';
import type { Scans } from './scans.ts';

type AccountHandlers = Pick<
  OwnHandlers,
  | 'popupView'
  | 'accounts'
  | 'bin'
  | 'codes'
  | 'nextCode'
  | 'accountUsed'
  | 'accountChange'
  | 'accountBin'
  | 'accountRestore'
  | 'accountDelete'
>;

/** Shows accounts and codes, and changes accounts. */
export function accountRequests(core: Core, scans: Scans, lock: LockController): AccountHandlers {
  const { vault } = core;
  return {
    popupView: async ({ tabId, limit }) => {
      const view = await popupView(core, scans, tabId, limit);
      // Not awaited: the first code must not wait until the lock's deadline is written, nor fail where it cannot be.
      void lock.noteUse().catch(() => undefined);
      return view;
    },
    accounts: ({ bin }) => vault.accounts(bin),
    bin: () => vault.binned(),
    codes: ({ ids }) => vault.codes(ids, core.nowMs()),
    nextCode: ({ id, counter }) => thenNoteUse(lock, vault.nextCode(id, counter)),
    accountUsed: ({ id }) => noteUsed(core, id),
    accountChange: ({ id, change }) => thenNoteUse(lock, vault.change(id, change)),
    accountBin: ({ id }) => thenNoteUse(lock, vault.bin(id)),
    accountRestore: ({ id, bin }) =>
      thenNoteUse(lock, vault.binAll(bin === undefined ? [] : [bin], new Set([id]))),
    accountDelete: ({ id }) => thenNoteUse(lock, vault.delete(id)),
  };
}

/** After a change of accounts, the badge counts anew what needs the user. */
export async function thenNoteUse<Value>(
  lock: LockController,
  work: Promise<Value>,
): Promise<Value> {
  const value = await work;
  await lock.noteUse();
  return value;
}
