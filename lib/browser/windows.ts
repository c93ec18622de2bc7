import { api } from './api.ts';

/** A window on the screen, in px of the screen and not of a zoomed page. */
export interface WindowBounds {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Opens one of our own pages as a small window of its own, in front. Returns its
 * window id. Rejects where the browser will not have a window at that place.
 */
export async function openOwnWindow(
  path: string,
  size: Pick<WindowBounds, 'width' | 'height'> | WindowBounds,
): Promise<number | undefined> {
  const window = await api.windows.create({
    url: api.runtime.getURL(path),
    type: 'popup',
    focused: true,
    ...size,
  });
  return window.id;
}

/** Brings a window to the front; 'gone' when there is none any more. */
export async function focusWindow(windowId: number): Promise<'focused' | 'gone'> {
  try {
    await api.windows.update(windowId, { focused: true });
    return 'focused';
  } catch {
    return 'gone';
  }
}

/** Whether a window that we opened has the focus. */
export async function findWindowRank(windowId: number): Promise<'in-front' | 'behind' | 'gone'> {
  try {
    return (await api.windows.get(windowId)).focused ? 'in-front' : 'behind';
  } catch {
    return 'gone';
  }
}

/** Where a window stands; undefined when it is gone. */
export async function findBounds(windowId: number): Promise<WindowBounds | undefined> {
  try {
    const { left, top, width, height } = await api.windows.get(windowId);
    if (left === undefined || top === undefined) return undefined;
    return width === undefined || height === undefined ? undefined : { left, top, width, height };
  } catch {
    return undefined;
  }
}

/** Closes a window. One that is gone already is no error. */
export async function closeWindow(windowId: number): Promise<void> {
  await api.windows.remove(windowId).catch(() => undefined);
}

export function onWindowClosed(work: (windowId: number) => void): void {
  api.windows.onRemoved.addListener(work);
}
