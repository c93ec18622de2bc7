import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { clickButton, waitForRequest } from '../harness/acts.ts';
import { readAnnouncements, readRequests } from '../harness/readings.ts';
import type { ScreenState } from '../harness/screen-state.ts';
import { showScreens } from '../harness/show-screens.ts';

const show = showScreens();
let page: Page;

async function open(
  screen: 'options' | 'unlock' | 'popup',
  state: Partial<ScreenState>,
  hash = '',
): Promise<void> {
  page = await show({ screen, state, hash });
}

test('damaged accounts are deleted by a second press only', async () => {
  await open('options', { unreadable: 2 }, 'backup');
  await page.waitForSelector('::-p-text(2 accounts are damaged)');
  await clickButton(page, 'Delete unreadable accounts');
  await page.waitForSelector('.button-danger[aria-disabled=false]');
  await page.click('.button-danger');
  await waitForRequest(page, 'repairKeepReadable');
  await page.waitForFunction(() => !document.body.innerText.includes('damaged'));
});

test('the time until it locks is saved at once, and said', async () => {
  await open('options', {}, 'security');
  await page.select('select', '60');
  await waitForRequest(page, 'lockMinutes');
  await page.waitForFunction(() => document.body.textContent?.includes('Saved.'));
  expect(await readAnnouncements(page)).toContain('Saved.');
});

test('the trash hands the focus on: to Cancel, back, and to the next account', async () => {
  const waitForFocus = (label: string): Promise<unknown> =>
    page.waitForFunction(
      (wanted) =>
        (document.activeElement?.ariaLabel ?? document.activeElement?.textContent) === wanted,
      {},
      label,
    );
  await open('options', { binned: 2 }, 'trash');
  await clickButton(page, 'Delete TP-Link · maria@example.com permanently');
  await waitForFocus('Cancel');
  await page.keyboard.press('Enter');
  await waitForFocus('Delete TP-Link · maria@example.com permanently');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.button-danger[aria-disabled=false]');
  await page.click('.button-danger');
  await waitForFocus('Restore TP-Link · ops@harbour-logistics.example');
  await page.keyboard.press('Enter');
  await waitForFocus(
    'Accounts in the trash are deleted permanently after 30 days on which Nightlatch was unlocked.',
  );
});

describe('codes hidden until pointed at', () => {
  async function hide(): Promise<void> {
    await open('options', {}, 'appearance');
    await page.click('::-p-text(Hide codes until I point at an account)');
    await open('popup', {});
  }
  afterEach(() => page.evaluate(() => localStorage.clear()));

  test('are in no accessibility text and not in the page', async () => {
    await hide();
    expect(await page.$$('.digits-now')).toEqual([]);
    const tree = JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }));
    expect(tree).not.toMatch(/\d{3}\s\d{3}/u);
  });

  test('show while their row has the focus', async () => {
    await hide();
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('.digits-now');
    expect(await page.$$eval('.digits-now', (codes) => codes.length)).toBe(1);
  });
});

describe('starting over', () => {
  test('needs the word, typed', async () => {
    await open('unlock', { vault: 'missing' });
    const isDead = (): Promise<boolean> =>
      page.$eval('.button-danger', (button) => button.hasAttribute('disabled'));
    await page.type('input[type=text]', 'start ove');
    expect(await isDead()).toBe(true);
    await page.type('input[type=text]', 'r');
    expect(await isDead()).toBe(false);
    await page.click('.button-danger');
    await waitForRequest(page, 'repairStartOver');
    await page.waitForFunction(() => document.body.textContent?.includes('Protect your codes'));
  });

  test('a vault nobody can open is given up after the word, and the first run begins', async () => {
    await open('unlock', { vault: 'locked' });
    await clickButton(page, 'Can’t unlock Nightlatch?');
    await page.waitForSelector('.button-danger[disabled]');
    await page.type('input[type=text]', 'start over');
    await page.click('.button-danger');
    await waitForRequest(page, 'vaultArchive');
    await page.waitForFunction(() => document.body.textContent?.includes('Protect your codes'));
    expect(await page.evaluate(() => document.activeElement?.getAttribute('autocomplete'))).toBe(
      'new-password',
    );
  });

  test.each([
    ['of a vault that is gone', { vault: 'missing' }, ''],
    ['without a passphrase', { vault: 'locked' }, 'lost'],
  ] as const)('says what to do at each service first: %s', async (_what, state, hash) => {
    await open('unlock', state, hash);
    await page.waitForSelector('.button-danger');
    const section = await page.$eval('section:has(.button-danger)', (shown) => shown.innerText);
    expect(section).toContain('You lose all accounts saved here');
    // As the link is called on the site.
    expect(section).toContain('click “Disable 2FA”');
    expect(section).toContain('Other services:');
    expect(section.indexOf('Disable 2FA')).toBeLessThan(section.indexOf('To confirm, type'));
  });

  test('the recovery code comes before giving up', async () => {
    await open('unlock', { vault: 'locked' });
    await clickButton(page, 'Can’t unlock Nightlatch?');
    await clickButton(page, 'Use recovery code');
    await page.waitForFunction(() => document.activeElement?.getAttribute('dir') === 'ltr');
    expect(await page.$('input[type=password]')).toBeNull();
  });

  test.each(['missing', 'older', 'damaged'] as const)(
    'is not what a vault that is %s opens with',
    async (vault) => {
      await open('unlock', { vault });
      expect(await readRequests(page)).toEqual(['vaultState']);
      expect(await page.$('::-p-text(New passphrase)')).toBeNull();
    },
  );
});

test('an older vault, once unlocked, shows its codes and the way on', async () => {
  await open('popup', { vault: 'older', access: 'read-only' });
  await page.waitForSelector('.digits-now');
  await clickButton(page, 'Show solutions');
  await waitForRequest(page, 'unlockOpen');
});
