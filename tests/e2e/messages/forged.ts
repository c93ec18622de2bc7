import type { Frame, Page } from 'puppeteer-core';
import type { Message } from './requests.ts';

/** One for each message: a reply, 'silence' or 'threw'. */
export type Replies = readonly unknown[];

/**
 * Sends messages from the world of our own script in a frame: all that an
 * attacker reaches who has taken over that frame's renderer. Undefined where
 * no script of ours runs.
 */
export async function findReplies(
  frame: Frame,
  messages: readonly Message[],
): Promise<Replies | undefined> {
  const [realm] = frame.extensionRealms();
  return realm?.evaluate(
    async (list) => {
      const replies: unknown[] = [];
      for (const message of list) {
        const reply: unknown = await chrome.runtime
          .sendMessage<unknown, unknown>(message)
          .catch(() => 'threw');
        replies.push(reply ?? 'silence');
      }
      return replies;
    },
    [...messages],
  );
}

/** The replies to the top frame of a page. Throws where no script of ours runs. */
export async function repliesAt(page: Page, messages: readonly Message[]): Promise<Replies> {
  const replies = await findReplies(page.mainFrame(), messages);
  if (!replies) throw new Error(`no script of ours runs on ${page.url()}`);
  return replies;
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
