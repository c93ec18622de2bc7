/** Which prompt is filled, and with whose code; every look of a prompt is in tests/e2e/every-prompt. */
import type { Page } from 'puppeteer-core';
import { beforeEach, expect, test } from 'vitest';
import { cleanFixture } from '../driver/fixture.ts';
import {
  readCodeField,
  recentCodes,
  PORTAL,
  signIn,
  waitForCodeField,
  waitForFilled,
} from '../driver/stand-in.ts';

const ENROLLED = 'enrolled@example.com';
const KARL = 'karl@example.com';

const fixture = cleanFixture([ENROLLED, KARL]);
let page: Page;
beforeEach(async () => {
  page = await fixture.driven.newPage();
});

test('of two accounts on the site the one whose e-mail was typed is filled', async () => {
  await signIn(page, KARL);
  const code = await waitForFilled(page);
  expect(recentCodes(fixture.simulator, KARL)).toContain(code);
});

test('without a log-in typed by the user nothing is filled', async () => {
  await page.goto(PORTAL);
  await page.waitForSelector('#form_item_email');
  await page.evaluate(async () => {
    const set = (selector: string, value: string): void => {
      const field = document.querySelector<HTMLInputElement>(selector);
      if (!field) throw new Error(`no ${selector}`);
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    set('#form_item_email', 'enrolled@example.com');
    set('#form_item_password', 'Latch-and-key-1');
    document.querySelector<HTMLElement>('a.s-button-primary')?.click();
  });
  await waitForCodeField(page);
  await settled(page);
  expect(await readCodeField(page)).toBe('');
});

/** Nothing was filled although there was all the time a fill takes: a second prompt, typed for, was. */
async function settled(quiet: Page): Promise<void> {
  const other = await fixture.driven.newPage();
  await signIn(other, KARL);
  await waitForFilled(other);
  await other.close();
  await quiet.bringToFront();
}
