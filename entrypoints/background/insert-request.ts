import { sessionMemory } from '../../lib/browser/storage.ts';

/** A click in the menu of a right click speaks for the prompt its frame then reports. */
const KEY = 'insert-wanted';
const FRESH_MS = 10_000;

interface Frame {
  readonly tabId: number;
  readonly frameId: number;
}

/** The user chose 'Insert 2FA code' in this frame. `nowMs`: Unix time, ms. */
export async function noteInsertWish({ tabId, frameId }: Frame, nowMs: number): Promise<void> {
  await sessionMemory.set(KEY, { tabId, frameId, atMs: nowMs });
}

/** Whether the wish was for this frame, and a moment ago. It is good for one prompt. */
export async function takeInsertWish(from: Frame, nowMs: number): Promise<boolean> {
  const wish = await sessionMemory.get(KEY);
  if (typeof wish !== 'object' || wish === null || !('atMs' in wish)) return false;
  await sessionMemory.remove(KEY);
  const { tabId, frameId, atMs } = { tabId: undefined, frameId: undefined, ...wish };
  const isFresh = typeof atMs === 'number' && nowMs - atMs <= FRESH_MS;
  return isFresh && tabId === from.tabId && frameId === from.frameId;
}
