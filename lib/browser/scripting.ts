import { api } from './api.ts';
import type { PageTarget } from './tabs.ts';

/** Injects a bundled script into one document of a page. */
export async function inject(target: PageTarget, file: string): Promise<void> {
  await api.scripting.executeScript({
    target:
      target.documentId === undefined
        ? { tabId: target.tabId, frameIds: [target.frameId] }
        : { tabId: target.tabId, documentIds: [target.documentId] },
    files: [file],
  });
}
