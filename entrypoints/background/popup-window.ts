import { openPopup, popupPathFor } from '../../lib/browser/action.ts';
import { sessionMemory } from '../../lib/browser/storage.ts';
import { closeWindow, openOwnWindow } from '../../lib/browser/windows.ts';
import { Queue } from '../../lib/policy/queue.ts';

const KEY = 'popup-window';
const SIZE = { width: 380, height: 580 };

/** Two presses at once must not open two windows. */
const queue = new Queue();

/**
 * Shows our popup for a tab. Firefox before 149 opens it only in the tick of a
 * user's gesture, which is over by the time the background hears of it, and no
 * browser opens it without a window in front: then the same page comes as a
 * small window of its own. It is told the tab, because its own tab is in front.
 */
export async function showPopup(tabId: number): Promise<void> {
  if ((await openPopup()) === 'opened') return;
  await queue.run(async () => {
    const known = await sessionMemory.get(KEY);
    // It may be for another tab, and shows what was there when it was opened.
    if (typeof known === 'number') await closeWindow(known);
    await sessionMemory.set(KEY, await openOwnWindow(popupPathFor(tabId), SIZE));
  });
}
