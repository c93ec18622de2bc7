import { api } from './api.ts';

/** One entry in the menu of a right click on a field of a page. */
export async function setFieldMenu(
  id: string,
  title: string,
  patterns: readonly string[],
): Promise<void> {
  await api.contextMenus.removeAll();
  api.contextMenus.create({
    id,
    title,
    contexts: ['editable'],
    documentUrlPatterns: [...patterns],
  });
}

/** Runs `work` with the frame in which the field was right-clicked. */
export function onFieldMenu(id: string, work: (tabId: number, frameId: number) => void): void {
  api.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === id && tab?.id !== undefined) work(tab.id, info.frameId ?? 0);
  });
}
