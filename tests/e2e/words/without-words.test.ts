/**
 * A process of the browser that started too early has no words for us (see
 * lib/browser/language.ts): our pages say in English what they say otherwise.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitForText } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { english } from '../driver/nightlatch.ts';

let driven: DrivenBrowser;
beforeAll(async () => {
  driven = await launch();
});
afterAll(() => driven.close());

test.each([
  ['popup', 'codes_empty_title'],
  ['options', 'options_title'],
  ['unlock', 'unlock_protect'],
  ['welcome', 'welcome_title'],
  ['picture', 'picture_title'],
] as const)('%s speaks', async (name, key) => {
  const page = await driven.newPage();
  await page.evaluateOnNewDocument(() => {
    chrome.i18n.getMessage = () => '';
  });
  await page.goto(driven.urlOf(`${name}.html`));
  await waitForText(page, new RegExp(english(key)));
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await page.close();
});
