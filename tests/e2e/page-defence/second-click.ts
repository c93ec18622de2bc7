import type { Page } from 'puppeteer-core';
import type { Point } from '../driver/page-view.ts';

/** ms: the window of the page has lain over ours for so long. */
const COVERED_MS = 1_500;

/** ms between the two clicks of a double click at most, as browsers and systems have it. */
const DOUBLE_CLICK_MS = 500;

/**
 * A page's window that lay over `button` closes with the first click of a
 * double click; the second one comes down on what was below. slow: the machine
 * was busy, and the second came too late to be one of a double click.
 */
export async function clickThroughWindow(page: Page, button: Point): Promise<'double' | 'slow'> {
  await page.evaluate(() => {
    document.addEventListener('click', () => {
      const over = window.open('about:blank', 'over', 'popup,left=800,top=0,width=420,height=300');
      over?.document.write('<body onmousedown="window.close()"><h1>Double-click to play</h1>');
    });
  });
  const opened = new Promise<Page>((resolve) => {
    page.once('popup', (popup) => resolve(popup as Page));
  });
  await page.mouse.click(400, 600);
  const over = await opened;
  await new Promise((resolve) => {
    setTimeout(resolve, COVERED_MS);
  });
  const gone = new Promise((resolve) => {
    over.once('close', resolve);
  });
  await over.mouse.move(100, 100);
  const firstMs = performance.now();
  await over.mouse.down().catch(() => undefined);
  await gone;
  await page.mouse.move(button.x - 1, button.y);
  await page.mouse.click(button.x, button.y);
  return performance.now() - firstMs <= DOUBLE_CLICK_MS ? 'double' : 'slow';
}
