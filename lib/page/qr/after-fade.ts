import { isShown } from '../dom/visible.ts';
import { nextTask } from './read-pixels.ts';

/** Frames, about 300 ms: a dialog that fades in shows nothing in its first ones. */
const FADE_FRAMES = 20;

/**
 * Whether `element`, which is hidden, shows soon. It is looked at right after each of the next
 * frames, when its styles are known anyway; never longer than the signal lives.
 */
export async function showsSoon(element: Element, signal: AbortSignal): Promise<boolean> {
  for (let frame = 0; frame < FADE_FRAMES; frame += 1) {
    await new Promise(requestAnimationFrame);
    await nextTask();
    if (signal.aborted || !element.isConnected) return false;
    if (isShown(element)) return true;
  }
  return false;
}
