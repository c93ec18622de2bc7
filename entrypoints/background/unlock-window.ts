import { focusWindow, onWindowClosed, openOwnWindow } from '../../lib/browser/windows.ts';
import { sessionMemory } from '../../lib/browser/storage.ts';
import { Queue } from '../../lib/policy/queue.ts';

const KEY = 'unlock-window';
const SIZE = { width: 460, height: 680 };

/** A page may ask many times at once: the second must see the window of the first. */
const queue = new Queue();

/** Our own small window for unlocking and 'Protect your codes': at most one. */
export async function openUnlockWindow(): Promise<void> {
  return queue.run(async () => {
    const known = await sessionMemory.get(KEY);
    if (typeof known === 'number' && (await focusWindow(known)) === 'focused') return;
    await sessionMemory.set(KEY, await openOwnWindow('/unlock.html', SIZE));
  });
}

/** Runs `work` when that window was closed, however. */
export function onUnlockWindowClosed(work: () => void): void {
  onWindowClosed((windowId) => {
    void (async () => {
      if ((await sessionMemory.get(KEY)) !== windowId) return;
      await sessionMemory.remove(KEY);
      work();
    })();
  });
}
