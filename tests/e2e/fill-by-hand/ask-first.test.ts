/** What the user may decide for a site: 'ask first', and pressing the page's own button once. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clickControl, waitForControl, waitForText } from '../driver/controls.ts';
import { askAsOwnPage, english } from '../driver/nightlatch.ts';
import { codeFieldValue, PORTAL, signIn } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import {
  genuinePromptIsFilled,
  openStage,
  submitsOf,
  waitUntilFilled,
  waitUntilSignedIn,
  type Stage,
} from '../every-prompt/stage.ts';

const OFFER = { role: 'button', name: english('prompt_offer') } as const;

let stage: Stage;
let own: Page;
let page: Page;
beforeAll(async () => {
  stage = await openStage({ flow: 'G1' });
  own = await stage.driven.openOwn('options.html');
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await stage.newPage('window');
  return () => page.close();
});

async function decide(change: { fill?: 'by-itself' | 'by-hand'; submit?: 'never' | 'once' }) {
  await askAsOwnPage(own, 'siteChange', { siteId: 'vms-cloud', change });
}

test("'ask first': nothing is filled before the user says so in the popup", async () => {
  const email = await stage.newUser();
  await decide({ fill: 'by-hand' });
  await signIn(page, email);
  await waitForControl(page, OFFER);
  // The same prompt is filled at once when the site need not ask.
  await decide({ fill: 'by-itself' });
  await genuinePromptIsFilled(stage);
  await decide({ fill: 'by-hand' });
  await page.bringToFront();
  expect(await codeFieldValue(page)).toBe('');
  const popup = await stage.driven.openPopup(page);
  await clickControl(popup, { role: 'button', name: new RegExp(`^Fill the code of .*${email}`) });
  await waitUntilFilled(page);
  expect(submitsOf(stage, email)).toEqual([]);
  await decide({ fill: 'by-itself' });
});

test("'press the button': from the password to the portal without another click, by one submit", async () => {
  const email = await stage.newUser();
  await decide({ submit: 'once' });
  await signIn(page, email);
  await waitUntilSignedIn(page);
  expect(submitsOf(stage, email)).toMatchObject([{ outcome: 'accepted' }]);
});

test('a refused code is not followed by another, though the button may be pressed', async () => {
  const email = await stage.newUser();
  await decide({ submit: 'once' });
  // The server's clock is five minutes ahead: every code is wrong.
  await signIn(page, email, `${PORTAL}?skewSeconds=300`);
  await waitForText(page, new RegExp(english('prompt_refused')));
  const stepOf = (): number => Math.floor(stage.simulator.clock.nowMs() / 30_000);
  const refusedIn = stepOf();
  await until('the next step', () => (stepOf() > refusedIn ? true : undefined), 60_000);
  await decide({ submit: 'never' });
  await genuinePromptIsFilled(stage);
  expect(submitsOf(stage, email)).toMatchObject([{ outcome: 'wrong' }]);
});
