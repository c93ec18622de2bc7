/**
 * Firefox cannot prove that a press on the card was made by who saw it: there it
 * opens our popup and releases nothing, whatever the page does to the card.
 */
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { isMatrix } from '../e2e/driver/combinations.ts';
import { clickControl, isShown, waitForControl } from '../e2e/driver/controls.ts';
import { askAsOwnPage, english } from '../e2e/driver/nightlatch.ts';
import { PORTAL } from '../e2e/driver/stand-in.ts';
import { until } from '../e2e/driver/until.ts';
import { ALL_TRICKS } from '../e2e/page-defence/all-tricks.ts';
import { pictureOf } from '../e2e/page-defence/card-page.ts';
import { clickAt, runTrick } from '../e2e/page-defence/trick-press.ts';
import { firefoxFixture } from './fixture.ts';
import { findStored } from '../e2e/driver/own-state.ts';

const SAVE = { role: 'button', name: english('offer_save') } as const;
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const PICTURE = pictureOf(`otpauth://totp/TP-Link:maria?secret=${SECRET}&issuer=TP-Link`);
/** `npm run test:firefox` tries all. */
const TRICKS = isMatrix ? ALL_TRICKS : ALL_TRICKS.filter((_trick, at) => at % 12 === 0);

const fixture = firefoxFixture('open');

let page: Page;
beforeAll(async () => {
  page = await fixture.driven.newPage();
});

async function showCard() {
  await page.bringToFront();
  await page.goto(`${PORTAL}bare.html`);
  await page.evaluate((src) => {
    document.body.innerHTML = `<img width="200" height="200" src="${src}">`;
  }, PICTURE);
  return until('a card that can be pressed', async () => {
    // The press of the test before may have opened it late, and the page has no focus beside it.
    if (await fixture.driven.isOpen('popup.html')) await closePopup();
    return waitForControl(page, SAVE, 2_000).catch(() => undefined);
  });
}

/** No account was saved, and none waits to be. */
async function expectNothingReleased(): Promise<void> {
  expect(await askAsOwnPage(fixture.own, 'accounts', { bin: 'live' })).toEqual([]);
  const scans = (await findStored(fixture.own, 'session', 'scans')) ?? {};
  const rows = Object.values(scans as Record<string, { readonly state: string }>);
  expect(rows.filter(({ state }) => state === 'saved' || state === 'pending')).toEqual([]);
}

/** Until the popup opens, or for as long as it takes to open. */
async function closePopup(): Promise<'opened' | 'not-opened'> {
  const popup = await fixture.driven.waitForWindow('popup.html', 700).catch(() => undefined);
  await expectNothingReleased();
  if (!popup) return 'not-opened';
  await popup.evaluate(() => window.close()).catch(() => undefined);
  return 'opened';
}

test('a press on a card in plain view opens the popup, and saves nothing by itself', async () => {
  await showCard();
  await expect
    .poll(
      async () => {
        if (await isShown(page, SAVE)) await clickControl(page, SAVE);
        return closePopup();
      },
      { timeout: 30_000 },
    )
    .toBe('opened');
});

test.each(TRICKS)('$name: nothing is released', async ({ script }) => {
  const middle = await (await showCard()).middle();
  if (!middle) throw new Error('the card has no box');
  await runTrick(page, script);
  await clickAt(page, middle);
  await closePopup();
});
