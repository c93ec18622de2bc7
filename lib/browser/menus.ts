import { api } from './api.ts';

/** An entry in the menu of a right click. */
export interface MenuEntry {
  readonly id: string;
  readonly title: string;
  /** editable: any field. image: any picture. */
  readonly on: 'editable' | 'image';
  /** Only on pages of these patterns; absent: everywhere. */
  readonly patterns?: readonly string[];
}

/** Makes these the only entries of ours. The browser keeps them over restarts. */
export async function setMenu(entries: readonly MenuEntry[]): Promise<void> {
  await api.contextMenus.removeAll();
  for (const { id, title, on, patterns } of entries) {
    api.contextMenus.create({
      id,
      title,
      contexts: [on],
      ...(patterns ? { documentUrlPatterns: [...patterns] } : {}),
    });
  }
}

/** Runs `work` with the frame that was right-clicked; the click grants activeTab for its tab. */
export function onMenu(work: (id: string, tabId: number, frameId: number) => void): void {
  api.contextMenus.onClicked.addListener(({ menuItemId, frameId }, tab) => {
    if (tab?.id !== undefined) work(String(menuItemId), tab.id, frameId ?? 0);
  });
}
