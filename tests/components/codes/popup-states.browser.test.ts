/** The popup beside its list: what the page asks for, locked, errors, hidden codes. */
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  holdAnswer,
  lockVault,
  readRequests,
  readFocusedName,
  readClipboard,
  readFirstDigits,
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
  const fillHasFocus = (): Promise<unknown> => page.waitForSelector('.hero .button-primary:focus');
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

  test('F fills, from the card and from a row', async () => {
    await fillHasFocus();
    await page.keyboard.press('f');
    await filled();
    await openPopup({ page: 'vms-waiting' });
    await fillHasFocus();
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('[data-row="0"]:focus');
    await page.keyboard.press('f');
    await filled();
  });

  test('the list below has the other accounts, those of the site first', async () => {
    await fillHasFocus();
    expect(await page.$eval('.hero', (card) => card.textContent)).toContain('maria@example.com');
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('[data-row="0"]:focus');
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
    await page.waitForSelector('input[type=search]:focus');
  });

  test('the menu of the card has what a row has', async () => {
    await fillHasFocus();
    await page.click('.hero-actions .icon-button');
    await page.waitForSelector('.menu button:first-child:focus');
    await page.keyboard.press('e');
    await page.waitForSelector('form');
    expect(await page.$eval('h1', (title) => title.textContent)).toBe('Edit account');
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

test('at a zoom of 200 % the reminder of a backup leaves the accounts in view', async () => {
  const size = { width: 400, height: 300 };
  page = await show({ screen: 'popup', size, state: { backup: 'some', page: 'none' } });
  await page.waitForSelector('.backup-note');
  const inView = await page.$eval('.scroller', (list) => {
    const end = Math.min(innerHeight, list.getBoundingClientRect().bottom);
    const rows = [...list.querySelectorAll('.row')];
    return rows.filter((row) => row.getBoundingClientRect().bottom <= end).length;
  });
  expect(inView).toBeGreaterThanOrEqual(4);
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

test('a wrong passphrase is said at the field, and the field keeps the focus', async () => {
  await openPopup({ vault: 'locked', unlock: 'wrong' });
  await page.type('input[type=password]', 'not this one');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[aria-invalid=true]:focus');
  const described = await page.$eval(
    '[aria-invalid=true]',
    (input) => document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent,
  );
  expect(described).toContain('Wrong passphrase');
});

test('a lock takes the codes away at once, whatever else is under way and whoever answers', async () => {
  await openPopup({ accounts: 3 });
  await holdAnswer(page, 'popupView');
  // The list is asked for anew, and its answer is of the open vault.
  await chooseInRowMenu('Pin to top')(page);
  await page.waitForFunction(
    () => window.requests.filter((name) => name === 'popupView').length === 2,
  );
  await lockVault(page);
  await page.waitForSelector('input[type=password]');
  expect(await page.$('.digits-now')).toBeNull();
});

test('a list that cannot be shown anew says so', async () => {
  await openPopup({ accounts: 3 });
  await page.evaluate(() => Object.assign(window.fails, { popupView: 'storage-failed' }));
  await chooseInRowMenu('Pin to top')(page);
  await page.waitForSelector('::-p-aria([name="Try again"][role="button"])');
  expect(await page.$('.row')).toBeNull();
});

describe('locked', () => {
  test('a passkey comes first, and its window asks for it', async () => {
    await openPopup({ vault: 'locked', passkeys: 'some' });
    expect(
      await page.$$eval('.button-primary', (all) => all.map((one) => one.textContent)),
    ).toEqual(['Unlock with passkey']);
    await page.waitForSelector('input[type=password]');
    await page.click('.button-primary');
    await page.waitForFunction(() => window.requests.includes('unlockOpen'));
  });

  test('where there is no passphrase, none is asked for', async () => {
    await openPopup({ vault: 'locked', passkeys: 'some', passphrase: 'none' });
    await page.waitForSelector('.button-primary');
    expect(await page.$('input')).toBeNull();
  });
});

test('an error has ways on: to try again, and help', async () => {
  await openPopup({ fails: { popupView: 'storage-failed' } });
  expect(await page.$$eval('main .button', (all) => all.map((one) => one.textContent))).toEqual([
    'Try again',
    'Help',
  ]);
});

test('hidden codes are neither in the page nor in any accessibility text', async () => {
  const all = async (): Promise<string> => {
    const tree = await page.accessibility.snapshot({ interestingOnly: false });
    return JSON.stringify(tree) + (await page.$eval('main', (main) => main.innerText));
  };
  await openPopup();
  await page.waitForSelector('.digits-now');
  const code = /\d{3}\s\d{3}/u;
  expect(await all()).toMatch(code);
  await page.evaluate(() => localStorage.setItem('popup-digits', 'on-focus'));
  await page.reload();
  await page.waitForSelector('.row');
  const hidden = await all();
  await page.evaluate(() => localStorage.clear());
  expect(hidden).not.toMatch(code);
});

test('a question mark shows the keys, and Escape gives the row its focus back', async () => {
  await openPopup();
  await page.waitForSelector('[data-row="0"]:focus');
  // Lower than the list of the keys: it is read from its beginning.
  await page.setViewport({ width: 400, height: 240 });
  await page.keyboard.type('?');
  const dialog = await page.waitForSelector('dialog[open]');
  expect(await dialog?.evaluate((shown) => shown.scrollHeight > shown.clientHeight)).toBe(true);
  expect(await dialog?.evaluate((shown) => shown.scrollTop)).toBe(0);
  await page.keyboard.press('Escape');
  await page.waitForSelector('[data-row="0"]:focus');
});
