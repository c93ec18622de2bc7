import type { OwnHandlers } from '../../lib/protocol/server.ts';
import type { Core } from './core.ts';
import type { LockController } from './lock-controller.ts';
import { popupView } from './popup-view.ts';

type AccountHandlers = Pick<
  OwnHandlers,
  | 'popupView'
  | 'accounts'
  | 'codes'
  | 'nextCode'
  | 'accountChange'
  | 'accountBin'
  | 'accountRestore'
  | 'accountDelete'
>;

/** Shows accounts and codes, and changes accounts. */
export function accountRequests(core: Core, lock: LockController): AccountHandlers {
  const { vault } = core;
  return {
    popupView: async ({ tabId, limit }) => {
      const view = await popupView(core, tabId, limit);
      // Not awaited: the first code must not wait until the lock's deadline is written.
      void lock.used();
      return view;
    },
    accounts: ({ bin }) => vault.accounts(bin),
    codes: ({ ids }) => vault.codes(ids, core.nowMs()),
    nextCode: ({ id, counter }) => thenUsed(lock, vault.nextCode(id, counter)),
    accountChange: ({ id, change }) => thenUsed(lock, vault.change(id, change)),
    accountBin: ({ id }) => thenUsed(lock, vault.bin(id)),
    accountRestore: ({ id }) => thenUsed(lock, vault.restore(id)),
    accountDelete: ({ id }) => thenUsed(lock, vault.delete(id)),
  };
}

/** After a change of accounts, the badge counts anew what needs the user. */
export async function thenUsed<Value>(lock: LockController, work: Promise<Value>): Promise<Value> {
  const value = await work;
  await lock.used();
  return value;
}
