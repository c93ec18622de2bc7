import type { Page } from 'puppeteer-core';
import { until } from '../../e2e/driver/until.ts';

/** When the first press on `button` would count, ms after its page began. */
export function armedAtMs(page: Page, button: string): Promise<number> {
  return page.evaluate(async (selector) => {
    const found = document.querySelector(selector);
    while (found?.getAttribute('aria-disabled') === 'true') {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return performance.now();
  }, button);
}

/**
 * Opens a screen anew until `act` came while its `button` was still dead (a
 * busy machine may be too late), then waits until it is armed.
 */
export function beforeArmed(
  open: () => Promise<Page>,
  button: string,
  act: (page: Page) => Promise<void>,
): Promise<Page> {
  return until('an act on a button that is dead', async () => {
    const page = await open();
    await page.evaluate((selector) => {
      const note = (): void => {
        const state = document.querySelector(selector)?.getAttribute('aria-disabled');
        document.title += ` ${state ?? ''}`;
      };
      for (const name of ['keydown', 'click']) window.addEventListener(name, note, true);
    }, button);
    await act(page);
    if ((await page.title()).endsWith(' true')) {
      await page.waitForSelector(`${button}[aria-disabled=false]`);
      return page;
    }
    await page.close();
    return undefined;
  });
}
