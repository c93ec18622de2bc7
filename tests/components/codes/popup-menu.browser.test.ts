/** The menu of a row in the popup, and what the tab key meets. */
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { readAnnouncements, countRows } from '../harness/readings.ts';
import { openRowMenu } from '../harness/screen-case.ts';
import type { ScreenState } from '../harness/screen-state.ts';
import { showScreens } from '../harness/show-screens.ts';

const show = showScreens();
let page: Page;

async function openPopup(state: Partial<ScreenState> = {}): Promise<void> {
  page = await show({ screen: 'popup', state });
}

describe('the menu of a row', () => {
  beforeEach(() => openPopup({ accounts: 3 }));
  const menuItems = (): Promise<readonly (string | null)[]> =>
    page.$$eval('.menu [role=menuitem] span', (items) => items.map((item) => item.textContent));

  test.each([
    ['Shift+F10', ['Shift', 'F10']],
    ['the menu key', ['ContextMenu']],
  ] as const)(
    '%s opens it, arrows go round, Escape gives the row its focus back',
    async (_, keys) => {
      await page.waitForSelector('[data-row="0"]:focus');
      await page.keyboard.press('ArrowDown');
      await page.waitForSelector('[data-row="1"]:focus');
      for (const key of keys) await page.keyboard.down(key);
      for (const key of keys) await page.keyboard.up(key);
      await page.waitForSelector('.menu button:first-child:focus');
      await page.keyboard.press('ArrowUp');
      await page.waitForSelector('.menu button:last-child:focus');
      await page.keyboard.press('ArrowDown');
      await page.waitForSelector('.menu button:first-child:focus');
      await page.keyboard.press('Escape');
      await page.waitForSelector('[data-row="1"]:focus');
      await page.waitForFunction(() => document.querySelector('.menu') === null);
    },
  );

  test('a press on its button opens it, and one elsewhere closes it', async () => {
    await openRowMenu(page);
    expect(await menuItems()).toEqual([
      'Copy code',
      'Fill',
      'Pin to top',
      'Show in small window',
      'Edit',
      'Show QR code',
      'Move to trash',
      'Keyboard shortcuts',
    ]);
    await page.mouse.click(20, 560);
    await page.waitForFunction(() => document.querySelector('.menu') === null);
  });

  test('a right click opens it, and it stays when the button comes up', async () => {
    await page.click('[data-row="1"] .row-issuer', { button: 'right', delay: 50 });
    await page.waitForSelector('.menu :focus');
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    expect(await page.$('.menu:popover-open')).not.toBeNull();
    await page.mouse.click(20, 560);
    await page.waitForFunction(() => document.querySelector('.menu') === null);
  });

  test('letters choose: P pins, and the pinned account says so', async () => {
    await openRowMenu(page);
    await page.keyboard.press('p');
    await page.waitForFunction(() => window.requests.includes('accountChange'));
    await page.waitForSelector('.row .icon-pin');
    expect(await readAnnouncements(page)).toBe('Pinned to top.');
  });

  test('Delete moves to the bin, Q asks for the proof before the QR code', async () => {
    await openRowMenu(page);
    await page.keyboard.press('q');
    await page.waitForSelector('input[type=password]');
    expect(await page.$eval('h1', (title) => title.textContent)).toBe('Show QR code');
    await page.click('.view-head .icon-button');
    await page.waitForSelector('.row');
    await openRowMenu(page);
    await page.keyboard.press('Delete');
    await page.waitForSelector('.status .button');
    expect(await countRows(page)).toBe(2);
  });
});

describe('the tab key', () => {
  test('meets one row of the list, its controls, and what follows the list', async () => {
    await openPopup({ accounts: 1000, page: 'none' });
    await page.waitForSelector('[data-row="0"]:focus');
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('[data-row="1"]:focus');
    await page.keyboard.press('Tab');
    await page.waitForSelector('[data-menu="1"]:focus');
    await page.keyboard.press('Tab');
    await page.waitForSelector('footer .button:first-child:focus');
  });

  test('is not needed within a row: arrows to the side do it', async () => {
    await openPopup({ accounts: 3, page: 'none' });
    await page.waitForSelector('[data-row="0"]:focus');
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('[data-menu="0"]:focus');
    await page.keyboard.press('ArrowLeft');
    await page.waitForSelector('[data-row="0"]:focus');
  });
});
