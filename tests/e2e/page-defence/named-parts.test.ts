/** A page may call its inputs and pictures what it likes: it is read, saved from and filled as ever. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSWORD } from '../../simulator/accounts.ts';
import { waitForControl } from '../driver/controls.ts';
import { addAccount, clickCard } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import { CardStage, SAVE } from './card-page.ts';

let stage: CardStage;
beforeAll(async () => {
  stage = await CardStage.open();
});
afterAll(() => stage.close());

/**
 * Shows `form` with an input for every member of a form, and beside it a picture for every member of
 * a document, where the page need not be operated: puppeteer asks the document as the page does.
 */
async function showNamed(page: Page, form: string, pictures: 'shown' | 'none'): Promise<void> {
  const show = (parts: string, withPictures: boolean): void => {
    const namesOf = (start: object): string[] => {
      const names: string[] = [];
      for (let at: object | null = start; at; at = Object.getPrototypeOf(at) as object | null) {
        names.push(...Object.getOwnPropertyNames(at));
      }
      return [...new Set(names)];
    };
    const { body } = document;
    const inputs = namesOf(HTMLFormElement.prototype).map(
      (name) => `<input type="hidden" name="${name}">`,
    );
    const images = namesOf(Document.prototype)
      .filter((name) => name !== 'location')
      .map((name) => `<img name="${name}" alt="">`);
    body.innerHTML = `<form onsubmit="return false">${parts}${inputs.join('')}</form>${withPictures ? images.join('') : ''}`;
  };
  await page.evaluate(show, form, pictures === 'shown');
}

/** As far as a page can read itself whose document has pictures of such names. */
function valueOf(page: Page, selector: string): Promise<string | undefined> {
  return page.evaluate((wanted) => {
    const found = Document.prototype.querySelector.call(document, wanted);
    return found instanceof HTMLInputElement ? found.value : undefined;
  }, selector);
}

function waitForDigits(page: Page): Promise<string> {
  return until(
    'six digits',
    async () => {
      const value = await valueOf(page, '#n');
      return value !== undefined && /^\d{6}$/.test(value) ? value : undefined;
    },
    60_000,
  );
}

test('its QR is saved, and the code of the new account filled', async () => {
  const { label, address } = stage.newQr();
  const page = await stage.driven.newPage('https://vms.tplinkcloud.com/');
  await page.bringToFront();
  await showNamed(
    page,
    `<h1>Set up two-factor authentication</h1>
      <img width="200" height="200" src="${address}">
      <label>6-digit code of your authenticator app <input id="n" maxlength="6"></label>
      <button type="button">Submit</button>`,
    'shown',
  );
  await waitForControl(page, SAVE);
  await clickCard(page, 'offer_save');
  await until('the account', async () =>
    (await stage.labels()).includes(label) ? true : undefined,
  );
  await waitForDigits(page);
  await page.close();
});

test('its prompt is filled after a log-in in a form of the same kind', async () => {
  const label = 'named-parts@example.com';
  await addAccount(stage.own, {
    issuer: 'TP-Link',
    label,
    secret: 'MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK',
  });
  const page = await stage.driven.newPage('https://vms.tplinkcloud.com/');
  await page.bringToFront();
  await showNamed(
    page,
    `<label>Email <input id="e" type="email"></label>
      <label>Password <input id="p" type="password"></label><button>Sign in</button>`,
    'none',
  );
  await page.click('#e');
  await page.keyboard.type(label);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await showNamed(
    page,
    `<h1>Two-factor authentication</h1>
      <label>6-digit code of your authenticator app <input id="n" maxlength="6"></label>
      <button>Verify</button>`,
    'shown',
  );
  await waitForDigits(page);
  expect(await valueOf(page, '#e')).toBeUndefined();
  await page.close();
});
