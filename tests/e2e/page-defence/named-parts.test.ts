/** A page may call its inputs and pictures what it likes: its QR is offered and saved as ever. */
import { afterAll, beforeAll, test } from 'vitest';
import { waitForControl } from '../driver/controls.ts';
import { clickCard } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import { CardStage, SAVE } from './card-page.ts';

let stage: CardStage;
beforeAll(async () => {
  stage = await CardStage.open();
});
afterAll(() => stage.close());

test('an input for every member of a form, a picture for every member of a document', async () => {
  const { label, address } = stage.newQr();
  const page = await stage.driven.newPage('https://vms.tplinkcloud.com/');
  await page.bringToFront();
  await page.evaluate((src) => {
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
    body.innerHTML = `<form onsubmit="return false">
      <h1>Set up two-factor authentication</h1>
      <img width="200" height="200" src="${src}">
      <label>6-digit code of your authenticator app <input maxlength="6"></label>
      <button type="button">Submit</button>${inputs.join('')}</form>${images.join('')}`;
  }, address);
  await waitForControl(page, SAVE);
  await clickCard(page, 'offer_save');
  await until('the account', async () =>
    (await stage.labels()).includes(label) ? true : undefined,
  );
  await page.close();
});
