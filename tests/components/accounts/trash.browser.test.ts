/** The trash in the popup and in the settings: it says what was done, and takes it back. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { clickButton, waitForRequest } from '../harness/acts.ts';
import { readAnnouncements, readRequests, waitForAnnouncement } from '../harness/readings.ts';
import { buttonNamed, chooseInRowMenu } from '../harness/screen-case.ts';
import { showScreens } from '../harness/show-screens.ts';

const show = showScreens();
let page: Page;

const MARIA = 'TP-Link · maria@example.com';
const countCards = (): Promise<number> => page.$$eval('li.card', (cards) => cards.length);
const waitForFocus = (name: string): Promise<unknown> =>
  page.waitForFunction(
    (wanted) =>
      (document.activeElement?.ariaLabel ?? document.activeElement?.textContent) === wanted,
    {},
    name,
  );
/** Presses Escape, and tells whether something around would have heard of it: the popup closes then. */
async function escapeGoesOn(): Promise<boolean> {
  await page.evaluate(() => {
    addEventListener('keydown', (event) => {
      document.body.dataset['escape'] = event.defaultPrevented ? 'taken' : 'free';
    });
  });
  await page.keyboard.press('Escape');
  return page.evaluate(() => document.body.dataset['escape'] === 'free');
}

describe.each([
  ['in the settings', async () => show({ screen: 'options', state: { binned: 2 }, hash: 'trash' })],
  [
    'in the popup',
    async () => {
      const popup = await show({ screen: 'popup', state: { accounts: 0, binned: 2 } });
      await popup.click(buttonNamed('Show trash'));
      await popup.waitForSelector('li.card');
      return popup;
    },
  ],
])('%s', (_where, open) => {
  test('a restored account is named, and goes back by Undo', async () => {
    page = await open();
    await clickButton(page, `Restore ${MARIA}`);
    await waitForAnnouncement(page, 'was restored');
    expect(await readAnnouncements(page)).toContain(MARIA);
    expect(await countCards()).toBe(1);
    await clickButton(page, 'Undo');
    await waitForRequest(page, 'accountBin');
    await waitForAnnouncement(page, `${MARIA}\u2069 was moved to trash.`);
    expect(await countCards()).toBe(2);
    await waitForFocus(`Restore ${MARIA}`);
  });

  test('the focus goes to the account that comes back, wherever it stands', async () => {
    page = await open();
    const restore = await page.waitForSelector('li.card:nth-child(2) button');
    const name = await restore?.evaluate((button) => button.ariaLabel);
    await restore?.click();
    await waitForAnnouncement(page, 'was restored');
    await clickButton(page, 'Undo');
    await waitForAnnouncement(page, 'was moved to trash.');
    await waitForFocus(name ?? '');
    expect(await page.$eval('li.card:nth-child(2) button', (one) => one.ariaLabel)).toBe(name);
  });

  test('a deleted account is named, and nothing is offered that cannot be done', async () => {
    page = await open();
    await clickButton(page, `Delete ${MARIA} permanently`);
    await page.waitForSelector('.button-danger[aria-disabled=false]');
    await page.click('.button-danger');
    await waitForAnnouncement(page, 'was deleted permanently');
    expect(await page.$(buttonNamed('Undo'))).toBeNull();
  });

  test('Escape at the question of a deletion cancels the question alone', async () => {
    page = await open();
    await clickButton(page, `Delete ${MARIA} permanently`);
    await waitForFocus('Cancel');
    expect(await escapeGoesOn()).toBe(false);
    await waitForFocus(`Delete ${MARIA} permanently`);
    expect(await page.$('.button-danger')).toBeNull();
    expect(await readRequests(page)).not.toContain('accountDelete');
    expect(await escapeGoesOn()).toBe(true);
  });
});

describe('Escape cancels the question alone', () => {
  test('before unreadable accounts are deleted', async () => {
    page = await show({ screen: 'options', state: { unreadable: 2 }, hash: 'backup' });
    await clickButton(page, 'Delete unreadable accounts');
    await waitForFocus('Cancel');
    expect(await escapeGoesOn()).toBe(false);
    await waitForFocus('Delete unreadable accounts');
  });

  test('before a passkey is removed', async () => {
    page = await show({ screen: 'options', state: { passkeys: 'some' }, hash: 'security' });
    await clickButton(page, 'Remove');
    await waitForFocus('Cancel');
    expect(await escapeGoesOn()).toBe(false);
    await waitForFocus('Remove');
  });

  test('before a site is added', async () => {
    page = await show({ screen: 'popup', state: { page: 'local' } });
    await clickButton(page, 'Fill codes on this site…');
    await waitForFocus('Cancel');
    expect(await escapeGoesOn()).toBe(false);
    await waitForFocus('Fill codes on this site…');
  });
});

test('the last account that was deleted comes back by Undo, from where the list is empty', async () => {
  page = await show({ screen: 'popup', state: { accounts: 1, page: 'other' } });
  await chooseInRowMenu('Move to trash')(page);
  await waitForAnnouncement(page, 'was moved to trash.');
  await page.waitForSelector('::-p-text(1 account is in the trash.)');
  await clickButton(page, 'Undo');
  await waitForAnnouncement(page, `${MARIA}\u2069 was restored.`);
  await page.waitForSelector('.row');
});

test('an empty list says later, too, that accounts are in the trash, and leads there', async () => {
  page = await show({ screen: 'popup', state: { accounts: 0, binned: 2, page: 'other' } });
  await page.waitForSelector('::-p-text(2 accounts are in the trash.)');
  await clickButton(page, 'Show trash');
  await page.waitForSelector('li.card');
});

test('an Undo that fails says why', async () => {
  page = await show({ screen: 'popup', state: { fails: { accountRestore: 'storage-failed' } } });
  await chooseInRowMenu('Move to trash')(page);
  await clickButton(page, 'Undo');
  await waitForAnnouncement(page, 'The browser could not save.');
});

describe('sites', () => {
  test('what was changed, forgotten or removed is said', async () => {
    page = await show({ screen: 'options', hash: 'sites' });
    const check = await page.waitForSelector('input[type=checkbox]');
    await check?.click();
    await waitForAnnouncement(page, 'Saved.');
    await page.waitForSelector('.button-danger[aria-disabled=false]');
    await page.click('.button-danger');
    await waitForAnnouncement(page, 'Site removed.');
  });
});
