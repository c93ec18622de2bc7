import type { Page } from 'puppeteer-core';

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
