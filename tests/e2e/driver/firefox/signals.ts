/** What only the browser's own window takes: its keys and the menu of a right click. */
import type { Page } from 'puppeteer-core';
import { english } from '../nightlatch.ts';
import { until } from '../until.ts';
import type { FirefoxBrowser } from './launch.ts';

/** The keyboard command of this name ('fill', 'lock') while `page` is in front. */
export async function giveCommand(
  { scope }: FirefoxBrowser,
  page: Page,
  name: string,
): Promise<void> {
  await page.bringToFront();
  await scope.giveCommand(name);
}

/** A real right click on what `selector` finds, and the entry of ours in the menu that opens. */
export async function chooseInMenu(
  { scope }: FirefoxBrowser,
  page: Page,
  selector: string,
  key: 'menu_insert' | 'menu_scan',
): Promise<void> {
  await page.bringToFront();
  await until('the menu of a right click', async () => {
    await page.click(selector, { button: 'right' });
    return (await scope.chooseInMenu(english(key))) === 'chosen' ? true : undefined;
  });
}
