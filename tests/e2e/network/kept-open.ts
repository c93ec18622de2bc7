import type { Page } from 'puppeteer-core';
import type { DrivenBrowser } from '../driver/launch.ts';

/** One of our own pages in a tab, also one that would close itself because nobody waits for it. */
export async function openToStay(driven: DrivenBrowser, file: string): Promise<Page> {
  const page = await driven.newPage();
  await page.evaluateOnNewDocument(() => {
    window.close = () => undefined;
  });
  await page.goto(driven.urlOf(file), { waitUntil: 'load' });
  return page;
}
