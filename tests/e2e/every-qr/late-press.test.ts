/** The text of a code dies in the background after two minutes; the card it was offered by does not. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { waitForText } from '../driver/controls.ts';
import {
  clickCard,
  english,
  forgetAccounts,
  lockVault,
  pressUntilUnlockWindow,
  unlock,
} from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import {
  waitForOffer,
  letCapturesAge,
  newestEnrolment,
  openQrFixture,
  ORDINARY,
  showQr,
  waitForNewestCode,
  type QrFixture,
} from './qr-fixture.ts';
import { findAlarm, readStored } from '../driver/own-state.ts';
import { dispatch } from '../driver/browser-events.ts';

let fixture: QrFixture;
beforeAll(async () => {
  fixture = await openQrFixture();
});
afterAll(() => fixture.close());
afterEach(() => forgetAccounts(fixture.own));

async function sessionMemory(): Promise<string> {
  return JSON.stringify(await readStored(fixture.own, 'session'));
}

test.each(['dialog', 'closed-shadow', 'frame', 'cross-frame'])(
  'pressed after five minutes, the code in a %s is saved and filled all the same',
  async (place) => {
    await showQr(fixture.page, `qrPlace=${place}`);
    await waitForOffer(fixture.page, ORDINARY);
    await letCapturesAge(fixture.own, 5);
    await clickCard(fixture.page, 'offer_save');
    await waitForNewestCode(fixture);
  },
);

test('its text does not outlive its time', async () => {
  const { page, driven, simulator } = fixture;
  await showQr(page, '');
  await waitForOffer(page, ORDINARY);
  const { uri } = newestEnrolment(simulator);
  expect(await sessionMemory()).toContain(uri);
  await letCapturesAge(fixture.own, 5);
  // As at the alarm, which the test does not wait for.
  await dispatch(driven, 'alarms.onAlarm', { name: 'scans' });
  await until('the text to be gone', async () =>
    (await sessionMemory()).includes(uri) ? undefined : true,
  );
  expect(await findAlarm(fixture.own, 'scans')).toBeDefined();
});

test('its text goes with its tab', async () => {
  const { driven, simulator } = fixture;
  const page = await driven.newPage();
  await showQr(page, '');
  await waitForOffer(page, ORDINARY);
  const { uri } = newestEnrolment(simulator);
  expect(await sessionMemory()).toContain(uri);
  await page.close();
  await until('the text to be gone', async () =>
    (await sessionMemory()).includes(uri) ? undefined : true,
  );
});

/** The card stands, the vault locks, the user presses: gives the window that asks for the passphrase. */
async function pressWhileLocked(): Promise<Page> {
  const { page, driven } = fixture;
  await showQr(page, '');
  await waitForOffer(page, ORDINARY);
  await lockVault(driven);
  return pressUntilUnlockWindow(driven, page, 'offer_save');
}

test('after the unlock window was closed, the next press opens it again and goes on', async () => {
  const { page, driven } = fixture;
  const first = await pressWhileLocked();
  await first.close();
  await waitForOffer(page, ORDINARY);
  await unlock(await pressUntilUnlockWindow(driven, page, 'offer_save'));
  await page.bringToFront();
  await waitForNewestCode(fixture);
});

test('a text that died while the user was unlocking is offered anew', async () => {
  const { page } = fixture;
  const window = await pressWhileLocked();
  await waitForText(page, english('offer_unlocking'));
  await letCapturesAge(fixture.own, 15);
  await unlock(window);
  await page.bringToFront();
  await waitForOffer(page, ORDINARY);
  await clickCard(page, 'offer_save');
  await waitForNewestCode(fixture);
});
