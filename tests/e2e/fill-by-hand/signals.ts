/**
 * Keyboard commands and the menu of a right click belong to the browser's own
 * window, which no driver reaches without a display. Chromium's event objects
 * have a dispatch() of their own: it runs the very listeners the background
 * registered, with what the browser would tell them.
 */
import type { Page } from 'puppeteer-core';
import type { DrivenBrowser } from '../driver/launch.ts';
import { until } from '../driver/until.ts';

interface Dispatching {
  dispatch(...told: readonly unknown[]): void;
}

interface TabFacts {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
}

/** The tab that shows `page`, as the browser describes it to an extension: a moment after puppeteer does. */
function tabOf(driven: DrivenBrowser, page: Page): Promise<TabFacts> {
  return until('the tab of the page', async () => {
    const worker = await driven.worker();
    return worker.evaluate(
      async (wanted) => (await chrome.tabs.query({})).find((one) => one.url === wanted),
      page.url(),
    );
  });
}

/** The command 'fill' while `page` is in front. */
export async function giveCommand(driven: DrivenBrowser, page: Page): Promise<void> {
  const tab = await tabOf(driven, page);
  const worker = await driven.worker();
  await worker.evaluate((told) => {
    (chrome.commands.onCommand as unknown as Dispatching).dispatch('fill', told);
  }, tab);
}

/** The command that copies, which looks at no page. */
export async function giveCopyCommand(driven: DrivenBrowser): Promise<void> {
  const worker = await driven.worker();
  await worker.evaluate(() => {
    (chrome.commands.onCommand as unknown as Dispatching).dispatch('copy-pinned');
  });
}

/** A right click on the field, and 'Fill 2FA code here' in the menu that opens. */
export async function insertByMenu(
  driven: DrivenBrowser,
  page: Page,
  selector: string,
): Promise<void> {
  await page.click(selector, { button: 'right' });
  const tab = await tabOf(driven, page);
  const worker = await driven.worker();
  await worker.evaluate((told) => {
    const info = { menuItemId: 'insert', editable: true, frameId: 0, pageUrl: told.url };
    (chrome.contextMenus.onClicked as unknown as Dispatching).dispatch(info, told);
  }, tab);
}
