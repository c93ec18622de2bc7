/** What the user may decide for a site: 'ask first', and pressing the page's own button once. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clickControl, waitForControl, waitForText } from '../driver/controls.ts';
import { askAsOwnPage, english } from '../driver/nightlatch.ts';
import { readCodeField, PORTAL, signIn } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import {
  waitForGenuineFill,
  openPromptFixture,
  submitsOf,
  waitForFilled,
  waitForSignedIn,
  type PromptFixture,
} from '../every-prompt/prompt-fixture.ts';

const OFFER = { role: 'button', name: english('prompt_offer') } as const;

let fixture: PromptFixture;
let own: Page;
let page: Page;
beforeAll(async () => {
  fixture = await openPromptFixture({ flow: 'G1' });
  own = await fixture.driven.openOwn('options.html');
});
afterAll(() => fixture.close());
beforeEach(async () => {
  page = await fixture.newPage('window');
  return () => page.close();
});

async function decide(change: { fill?: 'by-itself' | 'by-hand'; submit?: 'never' | 'once' }) {
  await askAsOwnPage(own, 'siteChange', { siteId: 'vms-cloud', change });
}

test("'ask first': nothing is filled before the user says so in the popup", async () => {
  const email = await fixture.newUser();
  await decide({ fill: 'by-hand' });
  await signIn(page, email);
  await waitForControl(page, OFFER);
  // The same prompt is filled at once when the site need not ask.
  await decide({ fill: 'by-itself' });
  await waitForGenuineFill(fixture);
  await decide({ fill: 'by-hand' });
  await page.bringToFront();
  expect(await readCodeField(page)).toBe('');
  const popup = await fixture.driven.openPopup(page);
  await waitForText(popup, email);
  await clickControl(popup, { role: 'button', name: english('codes_hero_fill') });
  await waitForFilled(page);
  expect(submitsOf(fixture, email)).toEqual([]);
  await decide({ fill: 'by-itself' });
});

test("'press the button': from the password to the portal without another click, by one submit", async () => {
  const email = await fixture.newUser();
  await decide({ submit: 'once' });
  await signIn(page, email);
  await waitForSignedIn(page);
  expect(submitsOf(fixture, email)).toMatchObject([{ outcome: 'accepted' }]);
});

test('a refused code is not followed by another, though the button may be pressed', async () => {
  const email = await fixture.newUser();
  await decide({ submit: 'once' });
  // The server's clock is five minutes ahead: every code is wrong.
  await signIn(page, email, `${PORTAL}?skewSeconds=300`);
  await waitForText(page, new RegExp(english('prompt_refused')));
  const stepOf = (): number => Math.floor(fixture.simulator.clock.nowMs() / 30_000);
  const refusedIn = stepOf();
  await until('the next step', () => (stepOf() > refusedIn ? true : undefined), 60_000);
  await decide({ submit: 'never' });
  await waitForGenuineFill(fixture);
  expect(submitsOf(fixture, email)).toMatchObject([{ outcome: 'wrong' }]);
});
