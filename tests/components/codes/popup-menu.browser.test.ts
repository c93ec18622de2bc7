/** The menu of a row in the popup, and what the tab key meets. */
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { waitForFocus } from '../harness/acts.ts';
import { countRows, holdAnswer, readRequests, waitForAnnouncement } from '../harness/readings.ts';
import { chooseInRowMenu, openRowMenu } from '../harness/screen-case.ts';
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
      await waitForFocus(page, '[data-row="0"]');
      await page.keyboard.press('ArrowDown');
      await waitForFocus(page, '[data-row="1"]');
      for (const key of keys) await page.keyboard.down(key);
      for (const key of keys) await page.keyboard.up(key);
      await waitForFocus(page, '.menu button:first-child');
      await page.keyboard.press('ArrowUp');
      await waitForFocus(page, '.menu button:last-child');
      await page.keyboard.press('ArrowDown');
      await waitForFocus(page, '.menu button:first-child');
      await page.keyboard.press('Escape');
      await waitForFocus(page, '[data-row="1"]');
      await page.waitForFunction(() => document.querySelector('.menu') === null);
    },
  );

  test('it is named after its account', async () => {
    await openRowMenu(page);
    const name = await page.$eval('.menu', (menu) => menu.ariaLabel);
    expect(name).toBe('More actions for TP-Link, maria@example.com');
  });

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

  test('its last item lists the keys, those of the menu and of the browser too', async () => {
    await openRowMenu(page);
    await page.keyboard.press('?');
    await page.waitForSelector('dialog .keys-list:nth-of-type(3)');
    const lines = await page.$$eval('.keys-list > div', (found) =>
      found.map(({ children }) => Array.from(children, (part) => part.textContent)),
    );
    expect(lines).toContainEqual(['Q', 'Show QR code']);
    expect(lines).toContainEqual(['Alt+Shift+L', 'Open Nightlatch']);
    expect(lines).toContainEqual(['Not set', 'Lock Nightlatch']);
    await page.waitForSelector('::-p-aria([name="Change shortcuts"][role="button"])');
  });

  test('a right click opens it, and it stays when the button comes up', async () => {
    await page.click('[data-row="1"] .row-issuer', { button: 'right', delay: 50 });
    await waitForFocus(page, '.menu button');
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
    await waitForAnnouncement(page, 'was pinned.');
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

test('Delete on a row moves its account to the trash, as its menu does', async () => {
  await openPopup({ accounts: 3 });
  await waitForFocus(page, '[data-row="0"]');
  await page.keyboard.press('ArrowDown');
  await waitForFocus(page, '[data-row="1"]');
  await page.keyboard.press('Delete');
  await waitForAnnouncement(
    page,
    '\u2068TP-Link · ops@harbour-logistics.example\u2069 was moved to trash.',
  );
  expect(await page.$('[title*="ops@harbour-logistics.example"]')).toBeNull();
  expect(await countRows(page)).toBe(2);
});

describe('the tab key', () => {
  test('meets one row of the list, its controls, and what follows the list', async () => {
    await openPopup({ accounts: 1000, page: 'none' });
    await waitForFocus(page, '[data-row="0"]');
    await page.keyboard.press('ArrowDown');
    await waitForFocus(page, '[data-row="1"]');
    await page.keyboard.press('Tab');
    await waitForFocus(page, '[data-menu="1"]');
    await page.keyboard.press('Tab');
    await waitForFocus(page, 'footer .button:first-child');
  });

  test('is not needed within a row: arrows to the side do it', async () => {
    await openPopup({ accounts: 3, page: 'none' });
    await waitForFocus(page, '[data-row="0"]');
    await page.keyboard.press('ArrowRight');
    await waitForFocus(page, '[data-menu="0"]');
    await page.keyboard.press('ArrowLeft');
    await waitForFocus(page, '[data-row="0"]');
  });
});

describe('codes by counter', () => {
  beforeEach(() => openPopup({ accounts: 3, counters: 3 }));
  const takenCodes = async (): Promise<number> =>
    (await readRequests(page)).filter((name) => name === 'nextCode').length;
  /** Also of a field in a part of the form that is folded. */
  const readField = (name: string): Promise<string | undefined> =>
    page.$$eval(
      'input',
      (inputs, wanted) => inputs.find(({ labels }) => labels?.[0]?.textContent === wanted)?.value,
      name,
    );
  const back = (): Promise<void> => page.click('.view-head button');
  const clickButton = async (name: string): Promise<void> => {
    const button = await page.waitForSelector(`::-p-aria([name="${name}"][role="button"])`);
    await button?.focus();
    await page.keyboard.press('Enter');
  };
  /** Presses a button twice before either press is answered. */
  async function pressTwice(name: string): Promise<void> {
    await holdAnswer(page, 'nextCode');
    const button = await page.waitForSelector(`::-p-aria([name="${name}"][role="button"])`);
    await button?.evaluate((pressed) => {
      if (pressed instanceof HTMLElement) for (const _press of [1, 2]) pressed.click();
      window.answerHeld();
    });
  }
  async function openForm(): Promise<void> {
    await chooseInRowMenu('Edit')(page);
    const help = await page.waitForSelector('summary::-p-text(Codes rejected?)');
    // By the keyboard: the buttons at the end of the form may cover it.
    await help?.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('details[open]');
  }

  test('two presses on one row take one code', async () => {
    await pressTwice('Next code of Example Hosting, maria');
    await page.waitForFunction(() =>
      document.body.textContent?.replaceAll(/\s/gu, '').includes('100005'),
    );
    expect(await takenCodes()).toBe(1);
  });

  test('two presses for a rejected code take one code', async () => {
    await openForm();
    await pressTwice('No. 6');
    await page.waitForSelector('::-p-text(Code no. 6:)');
    expect(await takenCodes()).toBe(1);
  });

  test('the form is as it was after a look at the QR code, with the next counter', async () => {
    await openForm();
    await page.type('.view .field input', ' (old)');
    await clickButton('No. 7');
    await page.waitForSelector('::-p-text(Code no. 7:)');
    await clickButton('Show QR code');
    await page.waitForSelector('input[type=password]');
    await page.click('main:has(input[type=password]) .view-head button');
    await page.waitForFunction(() => document.querySelector('input[type=password]') === null);
    expect(await readField('Service')).toMatch(/ \(old\)$/u);
    expect(await readField('Next counter')).toBe('8');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Show QR code');
  });

  test('the form never begins with a counter that was used up before', async () => {
    await openForm();
    await clickButton('No. 7');
    await page.waitForSelector('::-p-text(Code no. 7:)');
    await back();
    await page.waitForSelector('.row');
    await openForm();
    expect(await readField('Next counter')).toBe('8');
  });
});
