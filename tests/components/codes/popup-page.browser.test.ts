/** What the popup says of the page in view: a prompt, an enrolment, a new site, a wrong clock. */
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { ARMING_MS } from '../../../lib/limits.ts';
import { until } from '../../e2e/driver/until.ts';
import { waitForFocus } from '../harness/acts.ts';
import {
  readRequests,
  readFocusedName,
  readClipboard,
  readFirstDigits,
  waitForAnnouncement,
} from '../harness/readings.ts';
import { chooseInRowMenu } from '../harness/screen-case.ts';
import type { ScreenState } from '../harness/screen-state.ts';
import { showScreens } from '../harness/show-screens.ts';

const show = showScreens();
let page: Page;

async function openPopup(state: Partial<ScreenState> = {}): Promise<void> {
  page = await show({ screen: 'popup', state });
}

describe('while the page asks for a code', () => {
  beforeEach(() => openPopup({ accounts: 1000, page: 'vms-waiting' }));
  const fillHasFocus = (): Promise<unknown> => waitForFocus(page, '.hero .button-primary');
  const filled = async (): Promise<void> => {
    await page.waitForFunction(() => window.requests.includes('window.close'));
    expect(await readRequests(page)).toContain('fillTab');
  };

  test('the button that fills has the focus: Enter fills the page and closes the popup', async () => {
    await fillHasFocus();
    expect(await readFocusedName(page)).toBe('Fill code');
    await page.keyboard.press('Enter');
    await filled();
  });

  test('no code of another user leads: the site is said, and its rows offer to fill', async () => {
    await openPopup({ page: 'vms-another' });
    await waitForFocus(page, '[data-row="0"]');
    expect(await page.$('.hero')).toBeNull();
    expect(await page.$eval('.here', (note) => note.textContent)).toMatch(
      /Choose the account for .*vms\.tplinkcloud\.com/,
    );
    const names = await page.$$eval('.row .button-small', (all) =>
      all.map((one) => one.ariaLabel ?? ''),
    );
    expect(names.join()).toContain('maria@example.com');
  });

  test('F fills, from the card and from a row', async () => {
    await fillHasFocus();
    await page.keyboard.press('f');
    await filled();
    await openPopup({ page: 'vms-waiting' });
    await fillHasFocus();
    await page.keyboard.press('ArrowDown');
    await waitForFocus(page, '[data-row="0"]');
    await page.keyboard.press('f');
    await filled();
  });

  test('the list below has the other accounts, those of the site first', async () => {
    await fillHasFocus();
    expect(await page.$eval('.hero', (card) => card.textContent)).toContain('maria@example.com');
    await page.keyboard.press('ArrowDown');
    await waitForFocus(page, '[data-row="0"]');
    expect(await readFocusedName(page)).toContain('ops@harbour-logistics.example');
    const heads = await page.$$eval('.list-head', (all) => all.map((head) => head.textContent));
    expect(heads).toEqual(['Also for this site', 'Pinned', 'All accounts']);
    expect(
      await page.$$eval('.row', (rows) => rows.map((row) => row.textContent).join()),
    ).not.toContain('maria@example.com');
  });

  test('Ctrl+C and the button copy the code of the card', async () => {
    const copies = (count: number) =>
      page.waitForFunction(
        (wanted) => window.requests.filter((one) => one === 'clipboardClear').length === wanted,
        {},
        count,
      );
    await fillHasFocus();
    await page.keyboard.down('Control');
    await page.keyboard.press('c');
    await page.keyboard.up('Control');
    await copies(1);
    expect(await readClipboard(page)).toBe(await readFirstDigits(page));
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.click('.hero-actions .button:nth-child(2)');
    await copies(2);
    expect(await readClipboard(page)).toBe(await readFirstDigits(page));
    await page.waitForSelector('.hero .row-copied');
  });

  test('a search has the whole list, and gives the card back without the focus', async () => {
    await fillHasFocus();
    await page.keyboard.type('maria@');
    await page.waitForFunction(() => document.querySelectorAll('.row').length === 1);
    expect(await page.$('.hero')).toBeNull();
    await page.keyboard.press('Escape');
    await page.waitForSelector('.hero');
    await waitForFocus(page, 'input[type=search]');
  });

  test('the menu of the card has what a row has', async () => {
    await fillHasFocus();
    await page.click('.hero-actions .icon-button');
    await waitForFocus(page, '.menu button:first-child');
    await page.keyboard.press('e');
    await page.waitForSelector('form');
    expect(await page.$eval('h1', (title) => title.textContent)).toBe('Edit account');
  });
});

describe('a page that asks for what Nightlatch does not have', () => {
  const guideLinks = (): Promise<readonly (string | null)[]> =>
    page.$$eval('.guide-note a', (links) => links.map((link) => link.getAttribute('href')));

  test('leads to the help with e-mails and notifications where a code was sent', async () => {
    await openPopup({ page: 'vms-sent' });
    await page.waitForSelector('.guide-note');
    expect(await guideLinks()).toEqual(['/guide.html#no-email', '/guide.html#no-notification']);
  });

  test("leads to the guide where it is another one of TP-Link's", async () => {
    await openPopup({ page: 'tp-link' });
    await page.waitForSelector('.guide-note');
    expect(await guideLinks()).toEqual(['/guide.html']);
    expect(await readRequests(page)).toEqual(['popupView']);
  });
});

describe('a page that enrols', () => {
  const pressNote = async (): Promise<void> => {
    await page.waitForSelector('.here .button-primary[aria-disabled=false]');
    await page.click('.here .button-primary');
  };

  test('is told of before the list, and its account is reviewed', async () => {
    await openPopup({ page: 'vms', enrols: 'offered' });
    await pressNote();
    await page.waitForSelector('.form');
    expect(await readRequests(page)).toContain('reviewPage');
  });

  test('is told of where there is no vault yet, in place of how to begin', async () => {
    await openPopup({ vault: 'absent', accounts: 0, page: 'vms', enrols: 'offered' });
    await page.waitForSelector('.here');
    expect(await page.$('ol')).toBeNull();
    await pressNote();
    await page.waitForSelector('.form');
    expect(await readRequests(page)).toContain('reviewPage');
  });

  test('gets the code of an account that is saved already', async () => {
    await openPopup({ page: 'vms', enrols: 'known' });
    await pressNote();
    await page.waitForFunction(() => window.requests.includes('window.close'));
    expect(await readRequests(page)).toContain('saveScan');
  });

  test('gets the next code after it refused one', async () => {
    await openPopup({ page: 'vms', enrols: 'saved' });
    await pressNote();
    await page.waitForFunction(() => window.requests.includes('window.close'));
    expect(await readRequests(page)).toContain('enrolmentFill');
  });
});

describe('a page that is no site yet', () => {
  test('is asked about only in the menu, and Cancel leads back', async () => {
    await openPopup({ page: 'other' });
    await page.waitForSelector('.row');
    expect(await page.$('.here')).toBeNull();
    await chooseInRowMenu('Fill codes on this site')(page);
    await page.waitForSelector('.here .button-primary');
    await page.click('.here .button:not(.button-primary)');
    await page.waitForFunction(() => document.querySelector('.here') === null);
  });

  test('of the own network is offered at once, as VMS Local is one', async () => {
    await openPopup({ page: 'local' });
    await page.waitForSelector('.here .button');
  });
});

describe('a clock that is off', () => {
  const ignore = '::-p-aria([name="Ignore"][role="button"])';
  const isTold = async (): Promise<boolean> => (await page.$('.here')) !== null;

  test('is not told of again once it is ignored, until it is off by more', async () => {
    await openPopup({ skewMs: 41_000 });
    await (await page.waitForSelector(ignore))?.click();
    await page.waitForFunction(() => document.querySelector('.here') === null);
    await openPopup({ skewMs: 44_000 });
    await page.waitForSelector('.row');
    expect(await isTold()).toBe(false);
    await openPopup({ skewMs: 90_000 });
    await page.waitForSelector(ignore);
    await page.evaluate(() => localStorage.clear());
  });
});

test('a popup that comes back after a site was added says so, and its first moment releases nothing', async () => {
  // As when the window gets the focus back from the browser's question: only then can it be clicked.
  const pressAfterFocus = (): Promise<boolean> =>
    page.evaluate(async (armingMs) => {
      const beganMs = performance.now();
      window.dispatchEvent(new Event('focus'));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      for (const name of ['.hero .button', '.row-main', '.row [aria-label^="Next code"]']) {
        for (const one of document.querySelectorAll<HTMLElement>(name)) one.click();
      }
      return performance.now() - beganMs < armingMs;
    }, ARMING_MS);
  await until('a press in the first moment', async () => {
    await openPopup({ page: 'vms-waiting', granted: 'just-now', counters: 5 });
    await waitForAnnouncement(page, 'Codes are filled here from now on.');
    return (await pressAfterFocus()) || undefined;
  });
  expect(await readRequests(page)).not.toContain('fillTab');
  expect(await readRequests(page)).not.toContain('nextCode');
  await until('a next code that counts', async () => {
    await page.click('.row [aria-label^="Next code"]');
    return (await readRequests(page)).includes('nextCode') || undefined;
  });
  await until('a press that counts', async () => {
    await page.click('.hero .button-primary');
    return (await readRequests(page)).includes('fillTab') || undefined;
  });
});
