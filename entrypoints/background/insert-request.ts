import { sessionMemory } from '../../lib/browser/storage.ts';

/** The menu entry 'Fill 2FA code here' allows a fill of the prompt which the clicked frame then reports. */
const KEY = 'insert-request';
const FRESH_MS = 10_000;

interface Frame {
  readonly tabId: number;
  readonly frameId: number;
}

/** Notes that the user chose 'Fill 2FA code here' in this frame. `nowMs`: Unix time, ms. */
export async function noteInsertRequest({ tabId, frameId }: Frame, nowMs: number): Promise<void> {
  await sessionMemory.set(KEY, { tabId, frameId, atMs: nowMs });
}

/** Whether the user asked for an insert in this frame a moment ago. A request serves one prompt, which is of its frame. */
export async function takeInsertRequest(from: Frame, nowMs: number): Promise<boolean> {
  const request = await sessionMemory.get(KEY);
  if (typeof request !== 'object' || request === null || !('atMs' in request)) return false;
  const { tabId, frameId, atMs } = { tabId: undefined, frameId: undefined, ...request };
  if (tabId !== from.tabId || frameId !== from.frameId) return false;
  await sessionMemory.remove(KEY);
  // A clock that went back must not make an old wish fresh.
  return typeof atMs === 'number' && atMs <= nowMs && nowMs - atMs <= FRESH_MS;
}
