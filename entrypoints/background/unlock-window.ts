import {
  findWindowRank,
  focusWindow,
  onWindowClosed,
  openOwnWindow,
} from '../../lib/browser/windows.ts';
import { sessionMemory } from '../../lib/browser/storage.ts';
import { Queue } from '../../lib/policy/queue.ts';
import { SessionTable } from '../../lib/policy/session-table.ts';
import type { UnlockBeginning } from '../../lib/protocol/own-messages.ts';
import type { UnlockPlace } from '../../lib/protocol/page-messages.ts';

const KEY = 'unlock-window';
const SIZE = { width: 460, height: 680 };

/**
 * How often the pages of one site may bring the window before the user until
 * the vault is opened, or the user asks for the window in our own pages. Nobody
 * can prove to the background that a press lies behind a page's request, so
 * closed twice, the window stays away, and the page's card names the toolbar.
 */
const MOST_SHOWS = 2;

const asNumber = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** By site id: how often its pages have brought the window before the user. */
const shows = new SessionTable(sessionMemory, 'unlock-window-shows', asNumber);

/** A page may ask many times at once. The second request must see the window that the first one opened. */
const queue = new Queue();

/**
 * After the user's own act in a page, menu or command of ours: opens our small
 * window for unlocking or creating the vault, or brings the open one to the front.
 */
export function openUnlockWindow(to?: UnlockBeginning): Promise<void> {
  return queue.run(async () => {
    await shows.clear();
    await show(to);
  });
}

/** The same when a page of this site says that the user has pressed; toolbar: the window stays away. */
export function openUnlockWindowFor(siteId: string): Promise<UnlockPlace> {
  return queue.run(async () => {
    if ((await findRank()) === 'in-front') return 'window';
    const count = (await shows.find(siteId)) ?? 0;
    if (count >= MOST_SHOWS) return 'toolbar';
    await shows.put(siteId, count + 1);
    await show();
    return 'window';
  });
}

/** Whether the window is open, in front or behind. */
export async function isUnlockWindowOpen(): Promise<boolean> {
  return (await findRank()) !== 'gone';
}

/** To be called after the vault was opened: from now on the pages' requests count anew. */
export function forgetUnlockShows(): Promise<void> {
  return shows.clear();
}

/** Runs `work` when that window was closed, in whatever way. */
export function onUnlockWindowClosed(work: () => Promise<void>): void {
  onWindowClosed((windowId) => {
    void (async () => {
      if ((await sessionMemory.get(KEY)) !== windowId) return;
      await sessionMemory.remove(KEY);
      await work();
    })();
  });
}

async function findRank(): Promise<'in-front' | 'behind' | 'gone'> {
  const windowId = await sessionMemory.get(KEY);
  return typeof windowId === 'number' ? findWindowRank(windowId) : 'gone';
}

async function show(to?: UnlockBeginning): Promise<void> {
  const known = await sessionMemory.get(KEY);
  if (typeof known === 'number' && (await focusWindow(known)) === 'focused') return;
  await sessionMemory.set(
    KEY,
    await openOwnWindow(to ? `/unlock.html#${to}` : '/unlock.html', SIZE),
  );
}
