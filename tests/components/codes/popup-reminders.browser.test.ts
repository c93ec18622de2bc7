/** What the popup reminds of below its list: a recovery code that was not kept, and accounts in no backup. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { waitForAnnouncement } from '../harness/readings.ts';
import type { ScreenState } from '../harness/screen-state.ts';
import { showScreens } from '../harness/show-screens.ts';

const show = showScreens();
let page: Page;

async function openPopup(state: Partial<ScreenState> = {}): Promise<void> {
  page = await show({ screen: 'popup', state });
}

test('a recovery code that nobody saw is told of, with the button that makes a new one', async () => {
  await openPopup({ health: 'bad' });
  await page.waitForSelector('::-p-text(You have not confirmed that you saved your recovery code)');
  const link = await page.waitForSelector('::-p-aria([name="New recovery code"][role="link"])');
  const { pathname, hash } = new URL(
    (await link?.evaluate((one) => (one as HTMLAnchorElement).href)) ?? '',
  );
  expect(pathname + hash).toBe('/options.html#recovery');
  await openPopup({ health: 'good' });
  await page.waitForSelector('.row');
  expect(await page.$('::-p-text(recovery code)')).toBeNull();
});

test('the reminder of a recovery code is hidden until there is another code', async () => {
  await openPopup({ health: 'bad' });
  await page.click('.reminder .icon-button');
  await page.waitForFunction(() => document.querySelector('.reminder') === null);
  // A vault that is older than what was saved last tells of no code.
  await openPopup({ health: 'good' });
  await page.waitForSelector('.row');
  await openPopup({ health: 'bad' });
  await page.waitForSelector('.row');
  expect(await page.$('.reminder')).toBeNull();
  await page.evaluate(() => localStorage.setItem('popup-recovery-dismissed', 'an earlier code'));
  await openPopup({ health: 'bad' });
  await page.waitForSelector('.reminder');
  await page.evaluate(() => localStorage.clear());
});

describe('the reminder of a backup', () => {
  test('saves one at once', async () => {
    await openPopup({ backup: 'some' });
    await page.click('.reminder .button');
    await page.waitForFunction(() => window.requests.includes('backupKept'));
    await page.waitForFunction(() => document.querySelector('.reminder') === null);
    await waitForAnnouncement(page, 'nightlatch-backup');
  });

  test('is answered below the list, where no row is covered', async () => {
    await openPopup({ backup: 'some', accounts: 40 });
    await page.click('.reminder .button');
    await page.waitForSelector('.status .button');
    const [list, answer, footer] = await page.evaluate(() =>
      ['.scroller', '.status', 'footer'].map(
        (one) => document.querySelector(one)?.getBoundingClientRect().toJSON() as DOMRect,
      ),
    );
    expect(answer?.top).toBeGreaterThanOrEqual(list?.bottom ?? Infinity);
    expect(footer?.top).toBeGreaterThanOrEqual(answer?.bottom ?? Infinity);
  });

  test('asks whether the file is there, and makes it again', async () => {
    await openPopup({ backup: 'some' });
    await page.click('.reminder .button');
    const again = await page.waitForSelector('.status .button');
    await waitForAnnouncement(page, 'If it is not in your downloads');
    await again?.click();
    await page.waitForFunction(
      () => window.requests.filter((name) => name === 'backupKept').length === 2,
    );
  });

  test('is dismissed until there is more to back up', async () => {
    await openPopup({ backup: 'some' });
    await page.click('.reminder .icon-button');
    await page.waitForFunction(() => document.querySelector('.reminder') === null);
    await openPopup({ backup: 'some' });
    await page.waitForSelector('.row');
    expect(await page.$('.reminder')).toBeNull();
    await page.evaluate(() => localStorage.setItem('popup-backup-dismissed', '1'));
    await openPopup({ backup: 'some' });
    await page.waitForSelector('.reminder');
    await page.evaluate(() => localStorage.clear());
  });
});
