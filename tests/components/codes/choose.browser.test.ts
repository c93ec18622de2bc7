import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { waitForFocus, waitForRequest } from '../harness/acts.ts';
import { until } from '../../e2e/driver/until.ts';
import { readRequests, readFocusedName } from '../harness/readings.ts';
import { armedAtMs, beforeArmed } from '../harness/arming.ts';
import { showScreens } from '../harness/show-screens.ts';

const show = showScreens();
let page: Page;

async function openChooser(accounts: number): Promise<void> {
  page = await show({ screen: 'choose', state: { accounts } });
}

const armed = (): Promise<unknown> => page.waitForSelector('.choice[aria-disabled=false]');
const names = (): Promise<readonly string[]> =>
  page.$$eval('.choice-label', (labels) => labels.map(({ textContent }) => textContent ?? ''));
const waitForRowFocus = (row: number): Promise<void> => waitForFocus(page, `[data-row="${row}"]`);

test('the first account has the focus, and its name says whose it is, and no code', async () => {
  await openChooser(3);
  await waitForRowFocus(0);
  expect(await readFocusedName(page)).toBe('maria@example.com TP-Link Customer 0');
  expect(await page.title()).toBe('Which account?');
  expect(await page.$eval('main', (main) => main.innerText)).not.toMatch(/\d{3}\s?\d{3}/u);
});

describe('by keyboard', () => {
  beforeEach(() => openChooser(5));

  test('arrows, Home and End move, and stop at the ends', async () => {
    await waitForRowFocus(0);
    for (const [key, row] of [
      ['ArrowDown', 1],
      ['ArrowDown', 2],
      ['ArrowUp', 1],
      ['End', 4],
      ['ArrowDown', 4],
      ['Home', 0],
      ['ArrowUp', 0],
    ] as const) {
      await page.keyboard.press(key);
      await waitForRowFocus(row);
    }
  });

  test.each(['Enter', 'Space'] as const)('%s chooses, once it comes up again', async (key) => {
    await armed();
    await page.keyboard.down(key);
    await page.keyboard.press('ArrowDown');
    await waitForRowFocus(1);
    expect(await readRequests(page)).not.toContain('pickAccount');
    await page.keyboard.up(key);
    await waitForRequest(page, 'pickAccount');
  });

  test('Escape leaves at once', async () => {
    await page.keyboard.press('Escape');
    await waitForRequest(page, 'closePicker');
    expect(await readRequests(page)).not.toContain('pickAccount');
  });
});

describe('before it is armed', () => {
  const openThree = (): Promise<Page> => show({ screen: 'choose', state: { accounts: 3 } });

  test('700 ms have not passed', async () => {
    await openChooser(3);
    expect(await armedAtMs(page, '.choice')).toBeGreaterThan(700);
  });

  test('the window has got the focus back a moment ago: a window of the page lay over it', async () => {
    await openChooser(3);
    await page.waitForSelector('.choice[aria-disabled=false]');
    await page.evaluate(() => {
      window.dispatchEvent(new Event('focus'));
    });
    await page.waitForSelector('.choice[aria-disabled=true]');
    await page.waitForSelector('.choice[aria-disabled=false]');
  });

  test('a click chooses nothing, nor does one of a script after that', async () => {
    page = await beforeArmed(openThree, '.choice', (shown) => shown.click('.choice'));
    await page.$eval('.choice', (row) => row instanceof HTMLElement && row.click());
    expect(await readRequests(page)).not.toContain('pickAccount');
    await page.click('.choice');
    await waitForRequest(page, 'pickAccount');
  });

  test('Enter chooses nothing, though it is held until after', async () => {
    page = await beforeArmed(openThree, '.choice', (shown) => shown.keyboard.down('Enter'));
    // The driver marks a key that is down already as repeated.
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await page.keyboard.press('ArrowDown');
    await waitForRowFocus(1);
    expect(await readRequests(page)).not.toContain('pickAccount');
    await page.keyboard.press('Enter');
    await waitForRequest(page, 'pickAccount');
  });
});

describe('of more than seven', () => {
  beforeEach(() => openChooser(40));

  test('typing finds, by label and by tag, and Enter chooses the first that is left', async () => {
    await waitForRowFocus(0);
    await page.keyboard.type('harbour');
    await until('two rows', async () => (await names()).length === 2 || undefined);
    expect(await names()).toEqual(['ops@harbour-logistics.example', 'maria']);
    await page.keyboard.press('ArrowDown');
    await waitForRowFocus(0);
    await page.keyboard.press('ArrowUp');
    await waitForFocus(page, 'input[type=search]');
    await armed();
    await page.keyboard.press('Enter');
    await waitForRequest(page, 'pickAccount');
  });

  test('Escape empties the search first', async () => {
    await page.keyboard.type('harbour');
    await until('two rows', async () => (await names()).length === 2 || undefined);
    await page.keyboard.press('Escape');
    await until('all rows', async () => (await names()).length === 40 || undefined);
    expect(await readRequests(page)).not.toContain('closePicker');
  });
});

describe("'Show all accounts'", () => {
  const another = (): Promise<unknown> => page.waitForSelector('main > .button');

  test('by keyboard shows the others, with the first of them under the focus; the key chooses nothing', async () => {
    page = await show({ screen: 'choose', state: { accounts: 5, choices: 2 } });
    await armed();
    await page.keyboard.press('Tab');
    await waitForFocus(page, 'main > .button');
    await page.keyboard.down('Enter');
    await waitForRowFocus(2);
    await page.keyboard.up('Enter');
    expect(await names()).toHaveLength(5);
    expect(await page.$('main > .button')).toBeNull();
    expect(await readRequests(page)).not.toContain('pickAccount');
    await page.keyboard.press('Enter');
    await waitForRequest(page, 'pickAccount');
  });

  test('is not offered where all fit', async () => {
    await openChooser(3);
    expect(await page.$('main > .button')).toBeNull();
    page = await show({ screen: 'choose', state: { accounts: 3, choices: 2 } });
    await another();
  });
});

test('up to seven there is no search field', async () => {
  await openChooser(7);
  expect(await page.$('input')).toBeNull();
});

test('it closes when the focus has left it for good', async () => {
  await openChooser(3);
  // Without a display no window takes the focus from another: its event is sent as the browser would.
  await page.evaluate(() => {
    document.hasFocus = () => false;
    window.dispatchEvent(new Event('blur'));
  });
  await waitForRequest(page, 'window.close');
});

test.each(['prompt-gone', 'vault-locked'] as const)(
  'with nothing left to choose (%s) it closes itself',
  async (code) => {
    page = await show({ screen: 'choose', state: { fails: { pickAccount: code } } });
    await armed();
    await page.keyboard.press('Enter');
    await waitForRequest(page, 'window.close');
    page = await show({ screen: 'choose', state: { fails: { pickerView: code } } });
    await waitForRequest(page, 'window.close');
  },
);
