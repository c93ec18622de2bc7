import { api } from './api.ts';

/** One document of one tab. Only Chromium gives documents an id; Firefox gives ids to frames. */
export interface PageTarget {
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId?: string;
}

/** The URL of a tab where a host permission or activeTab lets us see it. */
export async function findTabUrl(tabId: number): Promise<string | undefined> {
  try {
    return (await api.tabs.get(tabId)).url;
  } catch {
    return undefined;
  }
}

/** A tab whose address a host permission lets us see. */
export interface ReadableTab {
  readonly tabId: number;
  readonly url: string;
  /** From 1, as the tabs stand in their window. */
  readonly place: number;
}

/**
 * All tabs whose addresses we may see and whose pages are loaded, the one that
 * was last in front first.
 */
export async function readableTabs(): Promise<readonly ReadableTab[]> {
  const tabs = await api.tabs.query({ discarded: false });
  return tabs
    .toSorted((one, two) => (two.lastAccessed ?? 0) - (one.lastAccessed ?? 0))
    .flatMap(({ id, url, index }) =>
      id === undefined || url === undefined ? [] : [{ tabId: id, url, place: index + 1 }],
    );
}

/** ms within which a living page takes a message, however busy it is. */
const PUSH_MS = 2_000;

/**
 * Sends a message to one document; 'gone' means that it is no longer there.
 * With a document id it cannot reach a page that the tab has navigated to
 * meanwhile. A document in the back/forward cache neither takes a message nor
 * refuses it (measured in Chromium 156), so the wait has an end.
 */
export async function pushTo(target: PageTarget, message: unknown): Promise<'delivered' | 'gone'> {
  const to =
    target.documentId === undefined
      ? { frameId: target.frameId }
      : { documentId: target.documentId };
  const delivered = api.tabs.sendMessage(target.tabId, message, to).then(
    () => 'delivered' as const,
    () => 'gone' as const,
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'gone'>((resolve) => {
    timer = setTimeout(() => resolve('gone'), PUSH_MS);
  });
  const outcome = await Promise.race([delivered, late]);
  clearTimeout(timer);
  return outcome;
}

/** Whether one document is still there; no handler of ours takes the empty message. */
export async function isThere(target: PageTarget): Promise<boolean> {
  return (await pushTo(target, {})) === 'delivered';
}

/** The window that a tab is in, and the tab's zoom (1 is none). Rejects when the tab is gone. */
export async function placeOfTab(
  tabId: number,
): Promise<{ readonly windowId: number | undefined; readonly zoom: number }> {
  const { windowId } = await api.tabs.get(tabId);
  return { windowId, zoom: await api.tabs.getZoom(tabId) };
}

/** Runs `work` whenever a tab begins or ends to load something, until `signal` aborts. */
export function onTabLoading(tabId: number, work: () => void, signal: AbortSignal): void {
  const listener = (changed: number, { status }: { status?: string }): void => {
    if (changed === tabId && status !== undefined) work();
  };
  api.tabs.onUpdated.addListener(listener);
  signal.addEventListener('abort', () => api.tabs.onUpdated.removeListener(listener));
}

/** Gives the visible part of a tab as a PNG data URL. Rejects without the activeTab permission. */
export async function pictureOfTab(tabId: number): Promise<string> {
  const tab = await api.tabs.get(tabId);
  return api.tabs.captureVisibleTab(tab.windowId, { format: 'png' });
}

/** Runs `work` when a tab is closed. */
export function onTabClosed(work: (tabId: number) => void): void {
  api.tabs.onRemoved.addListener((tabId) => work(tabId));
}
