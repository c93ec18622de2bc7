import { focusWindow, onWindowClosed, openOwnWindow } from '../../lib/browser/windows.ts';
import { sessionMemory } from '../../lib/browser/storage.ts';
import { Queue } from '../../lib/policy/queue.ts';

const KEY = 'unlock-window';
const SIZE = { width: 460, height: 680 };

/** A page may ask many times at once. The second request must see the window that the first one opened. */
const queue = new Queue();

/** Opens our own small window for unlocking or creating the vault, or brings the open one to the front. */
export async function openUnlockWindow(): Promise<void> {
  return queue.run(async () => {
    const known = await sessionMemory.get(KEY);
    if (typeof known === 'number' && (await focusWindow(known)) === 'focused') return;
    await sessionMemory.set(KEY, await openOwnWindow('/unlock.html', SIZE));
  });
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
