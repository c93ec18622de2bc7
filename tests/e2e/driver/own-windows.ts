/** Tabs, windows, hosts and the toolbar button of the browser, as one of our own pages sees them. */
import type { Page } from 'puppeteer-core';

/** The tab that shows this address; undefined where there is none, or the browser tells us no addresses. */
export function findTabId(ownPage: Page, url: string): Promise<number | undefined> {
  return ownPage.evaluate(async (wanted) => (await chrome.tabs.query({ url: wanted }))[0]?.id, url);
}

/** Opens a page of ours in a window of its own, without tabs. */
export async function openInWindow(ownPage: Page, path: string): Promise<void> {
  await ownPage.evaluate((url) => {
    // Only Firefox knows the last of these, and the types do not.
    const window = { url, type: 'popup', allowScriptsToClose: true } as const;
    return chrome.windows.create(window);
  }, path);
}

interface WindowFacts {
  readonly id: number;
  readonly left: number;
  readonly top: number;
  readonly isInFront: boolean;
}

/** The windows that show this page of ours, by its whole address. */
export function ownWindows(ownPage: Page, url: string): Promise<readonly WindowFacts[]> {
  return ownPage.evaluate(async (wanted) => {
    // Chromium before 156 tells an extension no addresses of its own tabs.
    const contexts = await chrome.runtime.getContexts({ documentUrls: [wanted] });
    const windows = await Promise.all(contexts.map(({ windowId }) => chrome.windows.get(windowId)));
    return windows.map(({ id = -1, left = 0, top = 0, focused }) => ({
      id,
      left,
      top,
      isInFront: focused,
    }));
  }, url);
}

export async function minimise(ownPage: Page, windowId: number): Promise<void> {
  await ownPage.evaluate((id) => chrome.windows.update(id, { state: 'minimized' }), windowId);
}

/** Takes these match patterns away, as the user does in the browser's settings. */
export async function takeHostsAway(ownPage: Page, patterns: readonly string[]): Promise<void> {
  await ownPage.evaluate((origins) => chrome.permissions.remove({ origins }), [...patterns]);
}

export function hasHosts(ownPage: Page, patterns: readonly string[]): Promise<boolean> {
  return ownPage.evaluate((origins) => chrome.permissions.contains({ origins }), [...patterns]);
}

/** The text on the toolbar button; empty where there is none. */
export function badgeText(ownPage: Page): Promise<string> {
  return ownPage.evaluate(() => chrome.action.getBadgeText({}));
}

export async function isButtonInToolbar(ownPage: Page): Promise<boolean> {
  return (await ownPage.evaluate(() => chrome.action.getUserSettings())).isOnToolbar;
}
