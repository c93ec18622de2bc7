import type { Page } from 'puppeteer-core';
import type { Message } from './requests.ts';

export interface ForgedFrame {
  readonly frameId: number;
  readonly origin: string;
  /** One for each message: a reply, 'silence' or 'threw'. */
  readonly replies: readonly unknown[];
}

export async function tabIdOf(ownPage: Page, page: Page): Promise<number> {
  await page.bringToFront();
  const tabs = await ownPage.evaluate(() =>
    chrome.tabs.query({ active: true, lastFocusedWindow: true }),
  );
  const id = tabs[0]?.id;
  if (id === undefined) throw new Error('no tab is in front');
  return id;
}

/**
 * Sends messages as a script of ours in every frame of a tab that we may run
 * in: what an attacker reaches who has taken over that page's renderer.
 * Rejects where the browser lets no script of ours in.
 */
export async function sendFromTab(
  ownPage: Page,
  tabId: number,
  messages: readonly Message[],
): Promise<readonly ForgedFrame[]> {
  const results = await ownPage.evaluate(
    (tab, list) =>
      chrome.scripting.executeScript({
        target: { tabId: tab, allFrames: true },
        args: [list],
        func: async (all) => {
          const replies: unknown[] = [];
          for (const message of all) {
            const reply: unknown = await chrome.runtime
              .sendMessage<unknown, unknown>(message)
              .catch(() => 'threw');
            replies.push(reply ?? 'silence');
          }
          return { origin: globalThis.origin, replies };
        },
      }),
    tabId,
    [...messages],
  );
  return results.map(({ frameId, result }) => ({
    frameId,
    ...(result as unknown as Omit<ForgedFrame, 'frameId'>),
  }));
}
