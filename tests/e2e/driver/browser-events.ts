/**
 * Keyboard commands and the menu of a right click belong to the browser's own
 * window, which no driver reaches without a display, and no screen locks there.
 * Chromium's event objects have a dispatch() of their own: it runs the very
 * listeners that the background registered, with what the browser would tell them.
 */
import type { Page } from 'puppeteer-core';
import type { DrivenBrowser } from './launch.ts';
import { until } from './until.ts';

export type BrowserEvent =
  | 'alarms.onAlarm'
  | 'commands.onCommand'
  | 'contextMenus.onClicked'
  | 'idle.onStateChanged';

/** Lets the background hear the event, with what the browser would tell. */
export async function dispatch(
  driven: DrivenBrowser,
  event: BrowserEvent,
  ...told: readonly unknown[]
): Promise<void> {
  const worker = await driven.worker();
  await worker.evaluate(
    (name, facts) => {
      const [area = '', which = ''] = name.split('.');
      const found: object = Reflect.get(Reflect.get(chrome, area) as object, which) as object;
      (found as { dispatch(...facts: readonly unknown[]): void }).dispatch(...facts);
    },
    event,
    told,
  );
}

interface TabFacts {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
}

/** The tab in front, of which the browser may keep the address from an extension. */
export async function tabInFront(driven: DrivenBrowser): Promise<TabFacts | undefined> {
  const worker = await driven.worker();
  const [tab] = await worker.evaluate(() =>
    chrome.tabs.query({ active: true, lastFocusedWindow: true }),
  );
  return tab;
}

/** The tab that shows `page`, as the browser describes it to an extension: a moment after puppeteer does. */
export function tabOf(driven: DrivenBrowser, page: Page): Promise<TabFacts> {
  return until('the tab of the page', async () => {
    const worker = await driven.worker();
    return worker.evaluate(
      async (wanted) => (await chrome.tabs.query({})).find((one) => one.url === wanted),
      page.url(),
    );
  });
}
