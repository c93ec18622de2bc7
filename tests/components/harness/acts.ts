import type { Page } from 'puppeteer-core';
import { until } from '../../e2e/driver/until.ts';

/** Presses the button of this name, as soon as there is one. */
export async function clickButton(page: Page, name: string): Promise<void> {
  const button = await page.waitForSelector(`::-p-aria([name="${name}"][role="button"])`);
  await button?.click();
}

/** Waits until the screen has sent this request to the background. */
export async function waitForRequest(page: Page, name: string): Promise<void> {
  // By the clock: a page that is not in front draws nothing, and would never look again.
  await page.waitForFunction((wanted) => window.requests.includes(wanted), { polling: 50 }, name);
}

/**
 * Waits until the element has the focus. By the clock: the focus may come after the last change of
 * the page, and waitForSelector looks only where something changes. In vain, it says what has it.
 */
export async function waitForFocus(page: Page, selector: string): Promise<void> {
  const look = (): Promise<boolean> =>
    page.evaluate((wanted) => document.querySelector(`${wanted}:focus`) !== null, selector);
  try {
    await until(`the focus on ${selector}`, async () => (await look()) || undefined);
  } catch (cause) {
    const found = await page.evaluate(
      () =>
        `${document.activeElement?.outerHTML.slice(0, 120)}, page active: ${document.hasFocus()}`,
    );
    throw new Error(`${String(cause)}; it is on ${found}`, { cause });
  }
}
