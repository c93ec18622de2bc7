/** The list of codes in the popup: rows, keys, search, tags. */
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { waitForFocus } from '../harness/acts.ts';
import {
  readRequests,
  readFocusedDescription,
  readFocusedName,
  readAnnouncements,
  countRows,
  readClipboard,
  readFirstDigits,
  waitForAnnouncement,
} from '../harness/readings.ts';
import type { ScreenState } from '../harness/screen-state.ts';
import { showScreens } from '../harness/show-screens.ts';

const show = showScreens();
let page: Page;

async function openPopup(state: Partial<ScreenState> = {}): Promise<void> {
  page = await show({ screen: 'popup', state });
}

describe('opening', () => {
  test('one question is asked before the first code, and none after it', async () => {
    await openPopup({ accounts: 1000 });
    await page.waitForSelector('.digits');
    expect(await readRequests(page)).toEqual(['popupView']);
  });

  test('new codes are asked for when the first step ends, though the fifth account has a longer one', async () => {
    await openPopup({ accounts: 5, secondOfStep: 29 });
    await page.waitForFunction(() => window.requests.includes('codes'));
  });

  test('a thousand accounts put no more rows into the page than fit', async () => {
    await openPopup({ accounts: 1000 });
    expect(await countRows(page)).toBeLessThan(14);
  });

  test('the first account has the focus, and says who it is, code and seconds', async () => {
    await openPopup();
    await waitForFocus(page, '[data-row="0"]');
    expect(await readFocusedDescription(page)).toBe('25 seconds left');
    expect(await readFocusedName(page)).toMatch(
      /^maria@example\.com TP-Link Customer 0 code \d{3}\s\d{3}$/u,
    );
  });

  test('the seconds are said once with the focus, and are gone before they are wrong', async () => {
    await openPopup();
    await waitForFocus(page, '[data-row="0"]');
    const said = await page.waitForSelector('.row-selected [hidden]');
    expect(await said?.evaluate((text) => text.textContent)).toBe('25 seconds left');
    await page.waitForFunction((text) => text?.textContent === '', {}, said);
    expect(await readFocusedDescription(page)).toBeUndefined();
    await page.keyboard.press('ArrowDown');
    await waitForFocus(page, '[data-row="1"]');
    expect(await readFocusedDescription(page)).toMatch(/^\d+ seconds left$/u);
  });

  test('the next code is in the page, but in no accessibility text', async () => {
    await openPopup();
    const next = await page.$eval('.digits-next', (digits) => digits.textContent ?? '');
    expect(next).toMatch(/\d/u);
    const tree = JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }));
    expect(tree).not.toContain(next);
  });
});

describe('by keyboard', () => {
  beforeEach(async () => {
    await openPopup({ accounts: 1000, page: 'vms' });
    await waitForFocus(page, '[data-row="0"]');
  });

  test('arrows move, End goes to the last of all, Home back', async () => {
    await waitForFocus(page, '[data-row="0"]');
    await page.keyboard.press('ArrowDown');
    await waitForFocus(page, '[data-row="1"]');
    expect(await readFocusedName(page)).toContain('ops@harbour-logistics.example');
    await page.keyboard.press('End');
    await waitForFocus(page, '[data-row="999"]');
    expect(await countRows(page)).toBeLessThan(20);
    await page.keyboard.press('Home');
    await waitForFocus(page, '[data-row="0"]');
  });

  test('Enter copies the digits alone and has the clipboard cleared', async () => {
    const digits = await readFirstDigits(page);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent !== '');
    expect(await readClipboard(page)).toBe(digits);
    expect(await readAnnouncements(page)).toBe('Copied. Cleared from the clipboard in 30 seconds.');
    expect(await readRequests(page)).toContain('clipboardClear');
  });

  test('a second copy is said as well, though by the same sentence', async () => {
    await page.keyboard.press('Enter');
    await waitForAnnouncement(page, 'Copied.');
    await page.evaluate(() => {
      new MutationObserver(() => {
        document.body.dataset['said'] = 'again';
      }).observe(document.querySelector('[role=status]') ?? document, {
        childList: true,
        subtree: true,
      });
    });
    await page.keyboard.press('Enter');
    await page.waitForSelector('body[data-said=again]');
  });

  test('a code whose step is over is not copied: a sleeping computer wakes no timer', async () => {
    const before = await readFirstDigits(page);
    await page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 60_000;
    });
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.requests.includes('clipboardClear'));
    expect(await readClipboard(page)).toMatch(/^\d{6}$/u);
    expect(await readClipboard(page)).not.toBe(before);
  });

  test('Ctrl+C copies the account with the focus', async () => {
    await page.keyboard.down('Control');
    await page.keyboard.press('c');
    await page.keyboard.up('Control');
    await page.waitForFunction(() => window.requests.includes('clipboardClear'));
    expect(await readClipboard(page)).toBe(await readFirstDigits(page));
  });

  test('Ctrl+C over text that the user has selected leaves the code alone', async () => {
    await waitForFocus(page, '[data-row="0"]');
    await page.evaluate(() => {
      const note = document.querySelector('.row-issuer');
      if (note) getSelection()?.selectAllChildren(note);
    });
    await page.keyboard.down('Control');
    await page.keyboard.press('c');
    await page.keyboard.up('Control');
    await page.keyboard.press('ArrowDown');
    await waitForFocus(page, '[data-row="1"]');
    expect(await readRequests(page)).not.toContain('clipboardClear');
  });

  test('E edits', async () => {
    await page.keyboard.press('e');
    await page.waitForSelector('form');
    expect(await page.$eval('h1', (title) => title.textContent)).toBe('Edit account');
  });

  test('typing searches all accounts, not only those shown; Enter copies the best', async () => {
    await page.keyboard.type('site-777');
    await page.waitForFunction(() => document.querySelectorAll('.row').length === 1);
    await page.waitForSelector('.digits-now');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.requests.includes('clipboardClear'));
    expect(await readClipboard(page)).toBe(await readFirstDigits(page));
  });

  test('a slash goes to the search field, Escape empties it', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('harbour');
    await page.waitForFunction(() => document.querySelectorAll('.row').length === 2);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelectorAll('.row').length > 5);
    expect(await page.$eval('input[type=search]', (input) => input.value)).toBe('');
  });
});

test('a tag leaves its accounts, also those not loaded yet, and lets them go again', async () => {
  await openPopup({ accounts: 1000, page: 'none' });
  const chip = await page.waitForSelector('::-p-aria([name="Customer 9 59"][role="button"])');
  await chip?.click();
  await page.waitForSelector('.chip[aria-pressed=true]');
  await page.waitForFunction(
    () => document.querySelector('.row')?.getAttribute('aria-setsize') === '59',
  );
  await chip?.click();
  await page.waitForFunction(() => document.querySelectorAll('.list-head').length === 2);
});

test('a row says for a moment that its code was copied', async () => {
  await openPopup();
  await waitForFocus(page, '[data-row="0"]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.row-selected .row-copied');
  await page.waitForFunction(() => document.querySelector('.row-copied') === null);
});

test('names, tags and sections: an e-mail address is one word', async () => {
  await openPopup({ accounts: 5 });
  const tree = JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }));
  expect(tree).toContain('ops@harbour-logistics.example');
  expect(await page.$$eval('.list-head', (heads) => heads.map((head) => head.textContent))).toEqual(
    ['For this site', 'Pinned', 'All accounts'],
  );
});
