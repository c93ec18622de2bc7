import type { Page } from 'puppeteer-core';
import type { ErrorCode } from '../../../lib/errors.ts';
import { replyOf } from '../../e2e/driver/nightlatch.ts';

declare global {
  interface Window {
    /** Names of the requests the screen sent, in order (see main.ts). */
    readonly requests: readonly string[];
    /** Requests that fail from now on, and how. */
    readonly fails: Record<string, ErrorCode>;
    /** Has requests of this name wait for their answer. */
    readonly holdAnswer: (name: string) => void;
    readonly answerHeld: () => void;
  }
}

export function readRequests(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => window.requests);
}

/** Has requests of this name wait until `answerHeld()` is called in the page. */
export function holdAnswer(page: Page, name: string): Promise<void> {
  return page.evaluate((held) => window.holdAnswer(held), name);
}

/** Asks for something behind the screen, and tells the screen as the background does. */
export async function askBehind(
  page: Page,
  { name, ask = {}, told }: { name: string; ask?: object; told: 'locked' | 'unlocked' },
): Promise<void> {
  await replyOf(page, name, ask);
  await page.evaluate((what) => {
    const channel = new BroadcastChannel('lock');
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
    channel.postMessage(what);
    channel.close();
  }, told);
}

/** Locks the vault behind the screen. */
export function lockVault(page: Page): Promise<void> {
  return askBehind(page, { name: 'lock', told: 'locked' });
}

/** Of the element with the focus, as Chromium computes it for a screen reader. */
async function readFocused(
  page: Page,
  property: 'name' | 'description',
): Promise<string | undefined> {
  const tree = await page.accessibility.snapshot({ interestingOnly: false });
  const find = (node: typeof tree): typeof tree => {
    if (!node || (node.focused && node.role !== 'RootWebArea')) return node;
    for (const child of node.children ?? []) {
      const found = find(child);
      if (found) return found;
    }
    return null;
  };
  return find(tree)?.[property];
}

/** Its accessible name. */
export function readFocusedName(page: Page): Promise<string | undefined> {
  return readFocused(page, 'name');
}

/** What a screen reader adds to its name. */
export function readFocusedDescription(page: Page): Promise<string | undefined> {
  return readFocused(page, 'description');
}

/** What the live regions say now. */
export function readAnnouncements(page: Page): Promise<string> {
  return page.$$eval('[role=status], [role=alert]', (regions) =>
    regions
      .map((region) => region.textContent)
      .filter(Boolean)
      .join(' '),
  );
}

/** Waits until the live regions say this, among other things. */
export async function waitForAnnouncement(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('[role=status], [role=alert]')].some((region) =>
        region.textContent?.includes(wanted),
      ),
    {},
    text,
  );
}

/** How many rows of the list of codes are in the page. */
export function countRows(page: Page): Promise<number> {
  return page.$$eval('.row', (rows) => rows.length);
}

export function readClipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The first code in the page, digits alone. */
export function readFirstDigits(page: Page): Promise<string> {
  return page.$eval('.digits-now', (digits) => (digits.textContent ?? '').replaceAll(/\D/gu, ''));
}
