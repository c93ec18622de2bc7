import { api } from './api.ts';
import type { PageTarget } from './tabs.ts';

/** Injects a bundled script into one document of a page, and gives the document it went to. */
export async function inject(target: PageTarget, file: string): Promise<PageTarget> {
  const [injected] = await api.scripting.executeScript({
    target:
      target.documentId === undefined
        ? { tabId: target.tabId, frameIds: [target.frameId] }
        : { tabId: target.tabId, documentIds: [target.documentId] },
    files: [file],
  });
  const { tabId, frameId } = target;
  // Only Chromium gives a document id, and the polyfill's types do not know it.
  const documentId: unknown =
    injected && 'documentId' in injected ? injected.documentId : undefined;
  return { tabId, frameId, ...(typeof documentId === 'string' ? { documentId } : {}) };
}

/** Injects a bundled script into every frame of a tab that we may run on. */
export async function injectIntoTab(tabId: number, file: string): Promise<void> {
  await api.scripting.executeScript({ target: { tabId, allFrames: true }, files: [file] });
}

/**
 * Injects a bundled script into every frame of a tab that we may run on, and
 * gives the value of each run, the top frame's first.
 */
export async function answersInTab(tabId: number, file: string): Promise<readonly unknown[]> {
  const frames = await api.scripting.executeScript({
    target: { tabId, allFrames: true },
    files: [file],
    // By default the browser waits for the page to load, which some pages never finish.
    injectImmediately: true,
  });
  return frames
    .toSorted((one, two) => one.frameId - two.frameId)
    .map((frame): unknown => frame.result);
}

const GRANTED_SCRIPT = 'granted-sites';

/**
 * Has `file` run on exactly these patterns from now on, also after a restart of
 * the browser; without a pattern it runs nowhere.
 */
export async function registerPageScript(file: string, patterns: readonly string[]): Promise<void> {
  const ids = [GRANTED_SCRIPT];
  const known = await api.scripting.getRegisteredContentScripts({ ids });
  if (known.length > 0) await api.scripting.unregisterContentScripts({ ids });
  if (patterns.length === 0) return;
  await api.scripting.registerContentScripts([
    {
      id: GRANTED_SCRIPT,
      js: [file],
      matches: [...patterns],
      allFrames: true,
      runAt: 'document_start',
      persistAcrossSessions: true,
    },
  ]);
}
