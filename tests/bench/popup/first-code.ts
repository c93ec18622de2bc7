import type { Page } from 'puppeteer-core';
import type { DrivenBrowser } from '../../e2e/driver/launch.ts';

declare global {
  interface Window {
    /** ms after the page's time origin at which the first code was painted. */
    firstCodeMs?: Promise<number>;
  }
}

/** Runs before the page's own scripts: sees the first code and the frame that shows it. */
function watchFirstCode(): void {
  window.firstCodeMs = new Promise((resolve) => {
    const hasCode = (): boolean =>
      /\d{3}\D?\d{3}/.test(document.querySelector('.digits-now')?.textContent ?? '');
    const painted = (): void => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', () => resolve(performance.now()));
        channel.port1.start();
        channel.port2.postMessage('after the frame');
      });
    };
    const observer = new MutationObserver(() => {
      if (!hasCode()) return;
      observer.disconnect();
      painted();
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  });
}

/** A tab in which every page that opens says when its first code was painted. */
export async function measuringTab(driven: DrivenBrowser): Promise<Page> {
  const page = await driven.newPage();
  await page.evaluateOnNewDocument(watchFirstCode);
  return page;
}

/** cold: the browser has ended the background, as it does 30 s after its last event. */
export type Background = 'warm' | 'cold';

/** From the start of the navigation to the first code on screen, ms. */
export async function timeToFirstCode(
  driven: DrivenBrowser,
  page: Page,
  file: string,
  background: Background,
): Promise<number> {
  if (background === 'cold') await driven.killWorker();
  await page.goto(driven.urlOf(file));
  const ms = await page.evaluate(() => window.firstCodeMs);
  await page.goto('about:blank');
  return ms ?? Number.NaN;
}

/** ms between the last popup's end and a press: a browser that still tidies up is not what a user's press meets. */
const REST_MS = 500;

/** From the press of the toolbar button to the first code in the real popup, ms. */
export async function popupToFirstCode(
  driven: DrivenBrowser,
  tab: Page,
  file: string,
  background: Background,
): Promise<number> {
  const own = await driven.openOwn('bare-static.html');
  await own.evaluate((popup) => chrome.action.setPopup({ popup }), file);
  await own.close();
  await tab.bringToFront();
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  if (background === 'cold') {
    // Not earlier: a page of ours wakes it, and so does the news that the page's tab has closed.
    await driven.killWorker();
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
  }
  const opened = driven.waitForWindow(file);
  const pressedMs = performance.timeOrigin + performance.now();
  await driven.extension.triggerAction(tab);
  const popup = await opened;
  const shownMs = await popup.evaluate(async () => {
    const hasCode = (): boolean =>
      /\d{3}\D?\d{3}/.test(document.querySelector('.digits-now')?.textContent ?? '');
    while (!hasCode()) await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.timeOrigin + performance.now();
  });
  await popup.close();
  return shownMs - pressedMs;
}
