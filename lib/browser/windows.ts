import { api } from './api.ts';

/** Opens one of our own pages as a small window of its own, in front. Returns its window id. */
export async function openOwnWindow(
  path: string,
  size: { readonly width: number; readonly height: number },
): Promise<number | undefined> {
  const window = await api.windows.create({
    url: api.runtime.getURL(path),
    type: 'popup',
    focused: true,
    ...size,
  });
  return window.id;
}

/** Brings a window to the front; false when it is gone. */
export async function focusWindow(windowId: number): Promise<'focused' | 'gone'> {
  try {
    await api.windows.update(windowId, { focused: true });
    return 'focused';
  } catch {
    return 'gone';
  }
}

export function onWindowClosed(work: (windowId: number) => void): void {
  api.windows.onRemoved.addListener(work);
}
