import { sessionMemory } from '../../lib/browser/storage.ts';
import { closeWindow, openOwnWindow } from '../../lib/browser/windows.ts';
import { sortAccounts } from '../../lib/otp/account-order.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import { Queue } from '../../lib/policy/queue.ts';
import type { OwnHandlers } from '../../lib/protocol/server.ts';
import type { Core } from './core.ts';

const WINDOW = 'float-window';
/** The id of the account that the window shows; absent: it shows the pinned ones. Not in the window's address, because addresses land in the profile's history files. */
const ACCOUNT = 'float-account';
/** More accounts than these are no longer read at a glance. */
const PINNED_MAX = 12;
/** px, of a window that has no place of its own yet. */
const SIZE = { width: 340, bar: 104, account: 124, most: 4 };

/** What the float window shows. Nobody has pinned the only account there is. */
async function shownAccounts({ vault }: Core): Promise<readonly AccountView[]> {
  const id = await sessionMemory.get(ACCOUNT);
  const all = await vault.accounts('live');
  if (typeof id === 'string') return all.filter((account) => account.id === id);
  if (all.length === 1) return all;
  const pinned = all.filter((account) => account.pinned === 'pinned');
  return sortAccounts(pinned, []).slice(0, PINNED_MAX);
}

/** The float window: codes at arm's length, beside a program that is not the browser. At most one is open. */
export function floatWindow(core: Core): Pick<OwnHandlers, 'floatOpen' | 'floatAccounts'> {
  const queue = new Queue();
  return {
    floatOpen: ({ id, at }) =>
      queue.run(async () => {
        if (id === undefined) await sessionMemory.remove(ACCOUNT);
        else await sessionMemory.set(ACCOUNT, id);
        const known = await sessionMemory.get(WINDOW);
        if (typeof known === 'number') await closeWindow(known);
        const count = Math.min(SIZE.most, Math.max(1, (await shownAccounts(core)).length));
        const size = { width: SIZE.width, height: SIZE.bar + count * SIZE.account };
        // The browser refuses a place too far off the screen, as after a screen was unplugged.
        const opened = openOwnWindow('/float.html', at ?? size);
        const windowId = await opened.catch(() => openOwnWindow('/float.html', size));
        await sessionMemory.set(WINDOW, windowId);
      }),
    floatAccounts: () => shownAccounts(core),
  };
}
