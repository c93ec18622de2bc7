import type { Texts } from '../language/language.ts';
import { api } from './api.ts';
import { useTexts } from './i18n.ts';
import type { PageTarget } from './tabs.ts';

interface Place {
  tabId: number;
  frameIds?: number[];
  documentIds?: string[];
}

function placeOf({ tabId, frameId, documentId }: PageTarget): Place {
  return documentId === undefined
    ? { tabId, frameIds: [frameId] }
    : { tabId, documentIds: [documentId] };
}

/** Has a script that is injected into the same document afterwards speak by these texts. */
export async function injectTexts(target: PageTarget, texts: Texts): Promise<void> {
  await api.scripting.executeScript({ target: placeOf(target), func: useTexts, args: [texts] });
}

/** Injects a bundled script into one document of a page, and gives the document it went to. */
export async function inject(target: PageTarget, file: string): Promise<PageTarget> {
  const [injected] = await api.scripting.executeScript({
    target: placeOf(target),
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
  if (patterns.length === 0) {
    if (known.length > 0) await api.scripting.unregisterContentScripts({ ids });
    return;
  }
  const scripts = [
    {
      id: GRANTED_SCRIPT,
      js: [file],
      matches: [...patterns],
      allFrames: true,
      runAt: 'document_start' as const,
      persistAcrossSessions: true,
    },
  ];
  // Changed in place: a page that loads between taking it away and giving it back would have none.
  if (known.length > 0) await api.scripting.updateContentScripts(scripts);
  else await api.scripting.registerContentScripts(scripts);
}

interface PageScript {
  readonly files: string[];
  readonly matches: string[];
  readonly allFrames: boolean;
}

/** The scripts that the browser itself puts into pages: those of the manifest, and those registered since. */
async function pageScripts(): Promise<readonly PageScript[]> {
  const { content_scripts: declared = [] } = api.runtime.getManifest();
  const registered = await api.scripting.getRegisteredContentScripts();
  return [
    ...declared.map(({ js = [], matches, all_frames: allFrames = false }) => ({
      files: js,
      matches,
      allFrames,
    })),
    ...registered.map(({ js = [], matches = [], allFrames = false }) => ({
      files: js,
      matches,
      allFrames,
    })),
  ];
}

/**
 * Injects those scripts into the pages that are open. After an installation, an
 * update or being switched on, Chromium puts them only into pages that load later,
 * Firefox leaves out the registered
 * ones; a script that a page has twice lives there once (see beginScript). A tab
 * that is not loaded gets them when it is. No page is waited for: one that is
 * frozen answers when it is looked at again, or never.
 */
export async function injectIntoOpenTabs(): Promise<void> {
  await Promise.all(
    (await pageScripts()).map(async ({ files, matches, allFrames }) => {
      const tabs = await api.tabs.query({ url: matches, discarded: false });
      for (const { id: tabId } of tabs) {
        if (tabId === undefined) continue;
        const injecting = api.scripting.executeScript({
          target: { tabId, allFrames },
          files,
          // By default the browser waits for the page to load, which some pages never finish.
          injectImmediately: true,
        });
        // A tab may have been closed meanwhile, or show an error page of the browser's.
        injecting.catch(() => undefined);
      }
    }),
  );
}
