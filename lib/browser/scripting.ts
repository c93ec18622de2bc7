import { api } from './api.ts';
import type { PageTarget } from './tabs.ts';

/** Injects a bundled script into one document of a page; answers which document that was. */
export async function inject(target: PageTarget, file: string): Promise<PageTarget> {
  const [injected] = await api.scripting.executeScript({
    target:
      target.documentId === undefined
        ? { tabId: target.tabId, frameIds: [target.frameId] }
        : { tabId: target.tabId, documentIds: [target.documentId] },
    files: [file],
  });
  const { tabId, frameId } = target;
  // Chromium only, and unknown to the types.
  const documentId: unknown =
    injected && 'documentId' in injected ? injected.documentId : undefined;
  return { tabId, frameId, ...(typeof documentId === 'string' ? { documentId } : {}) };
}

/** Injects a bundled script into every frame of a tab that we may run on. */
export async function injectIntoTab(tabId: number, file: string): Promise<void> {
  await api.scripting.executeScript({ target: { tabId, allFrames: true }, files: [file] });
}

/** What a bundled script answers in every frame of a tab that we may run on, the top frame first. */
export async function answersInTab(tabId: number, file: string): Promise<readonly unknown[]> {
  const frames = await api.scripting.executeScript({
    target: { tabId, allFrames: true },
    files: [file],
    // A page that never ends loading has an answer, too.
    injectImmediately: true,
  });
  return frames
    .toSorted((one, two) => one.frameId - two.frameId)
    .map((frame): unknown => frame.result);
}

const GRANTED_SCRIPT = 'granted-sites';

/** The page script runs on exactly these patterns from now on, over restarts; none: nowhere. */
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
