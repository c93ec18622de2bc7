import type { Page } from 'puppeteer-core';
import { beforeEach, expect, test } from 'vitest';
import { cleanScene } from '../driver/scene.ts';
import {
  codeFieldValue,
  PORTAL,
  press,
  signIn,
  waitForPrompt,
  waitUntilFilled,
  waitUntilSignedIn,
} from '../driver/stand-in.ts';

const ENROLLED = 'enrolled@example.com';
const KARL = 'karl@example.com';

const scene = cleanScene([ENROLLED, KARL]);
let page: Page;
beforeEach(async () => {
  page = await scene.driven.newPage();
});

test.each(['A', 'B'])('variant %s: the prompt is filled with no click', async (variant) => {
  await signIn(page, ENROLLED, `${PORTAL}?variant=${variant}`);
  const code = await waitUntilFilled(page);
  await press(page, 'Submit');
  await waitUntilSignedIn(page);
  expect(scene.simulator.log().submits).toMatchObject([
    { email: ENROLLED, code, outcome: 'accepted' },
  ]);
});

test('variant D: six boxes are filled one digit each, and the page sends them itself', async () => {
  await signIn(page, ENROLLED, `${PORTAL}?variant=D`);
  await waitUntilSignedIn(page);
  expect(scene.simulator.log().submits).toMatchObject([{ email: ENROLLED, outcome: 'accepted' }]);
});

test.each(['G1', 'G2'])('flow %s: wherever the log-in form stands', async (flow) => {
  await signIn(page, ENROLLED, `${PORTAL}?flow=${flow}`);
  await waitUntilFilled(page);
  await press(page, 'Submit');
  await waitUntilSignedIn(page);
});

test('of two accounts on the site the one whose e-mail was typed is filled', async () => {
  await signIn(page, KARL);
  expect(await waitUntilFilled(page)).toBe(scene.simulator.codeFor(KARL));
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
  await waitForPrompt(page);
  await settled(page);
  expect(await codeFieldValue(page)).toBe('');
});

/** Nothing was filled although there was all the time a fill takes: a second prompt, typed for, was. */
async function settled(quiet: Page): Promise<void> {
  const other = await scene.driven.newPage();
  await signIn(other, KARL);
  await waitUntilFilled(other);
  await other.close();
  await quiet.bringToFront();
}
