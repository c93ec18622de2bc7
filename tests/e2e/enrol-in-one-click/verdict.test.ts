/**
 * An account is called confirmed only when the user sent six digits and the
 * page went on without an error. Every other way out leaves it unconfirmed.
 */
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { readPageText, waitForText } from '../driver/controls.ts';
import { clickCard, askAsOwnPage, english } from '../driver/nightlatch.ts';
import { cleanFixture } from '../driver/fixture.ts';
import {
  openEnrolment,
  clickText,
  retypeCode,
  signIn,
  waitForFilled,
  waitForSignedIn,
} from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';

const EMAIL = 'second@example.com';

const fixture = cleanFixture([]);
let own: Page;
beforeEach(async () => {
  own = await fixture.driven.openOwn('options.html');
});

async function filledPage(): Promise<Page> {
  const page = await fixture.driven.newPage();
  await page.bringToFront();
  await signIn(page, EMAIL);
  await waitForSignedIn(page);
  await openEnrolment(page);
  await clickCard(page, 'offer_save');
  await waitForFilled(page);
  return page;
}

async function statuses(): Promise<readonly string[]> {
  const accounts = (await askAsOwnPage(own, 'accounts', { bin: 'live' })) as readonly {
    status: string;
  }[];
  return accounts.map(({ status }) => status);
}

/** The dialog is gone, and so is the card: it has made up its mind. */
async function waitForEnd(page: Page): Promise<void> {
  await page.waitForSelector('.sim-qr', { hidden: true });
  await until('the card to go', async () =>
    (await readPageText(page)).includes(english('offer_filled')) ? undefined : 'gone',
  );
}

describe('left unconfirmed when the user', () => {
  test.each<readonly [string, (page: Page) => Promise<void>]>([
    ['presses Cancel', (page) => clickText(page, 'Cancel')],
    ['closes the dialog by its cross', (page) => page.click('.ant-modal-close')],
    ['closes it by Escape', (page) => page.keyboard.press('Escape')],
  ])('%s', async (_words, leave) => {
    const page = await filledPage();
    await leave(page);
    await waitForEnd(page);
    expect(await statuses()).toEqual(['unconfirmed']);
  });
});

test('Enter in the field is a submit like any other', async () => {
  const page = await filledPage();
  await page.focus('#form_item_code');
  await page.keyboard.press('Enter');
  await waitForText(page, new RegExp(english('offer_confirmed')));
  expect(await statuses()).toEqual(['confirmed']);
});

test('after a refused token the next code is filled, and confirms', async () => {
  const page = await filledPage();
  await retypeCode(page, '000000');
  await clickText(page, 'Submit');
  await waitForText(page, new RegExp(english('offer_refused')));
  await clickCard(page, 'offer_fill_next');
  await until(
    'another code in the field',
    async () => ((await waitForFilled(page)) === '000000' ? undefined : 'filled'),
    40_000,
  );
  await clickText(page, 'Submit');
  await waitForText(page, new RegExp(english('offer_confirmed')));
  expect(await statuses()).toEqual(['confirmed']);
});
