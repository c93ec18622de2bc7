/** The text of a code dies in the background after two minutes; the card it was offered by does not. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { clickControl, waitForControl } from '../driver/controls.ts';
import { english, forgetAccounts, lockVault, pressCard, unlock } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import {
  cardOffers,
  letCapturesAge,
  newestEnrolment,
  openStage,
  ORDINARY,
  showQr,
  waitForNewestCode,
  waitForWords,
  type Stage,
} from './stage.ts';

const SAVE = { role: 'button', name: english('offer_save') } as const;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(() => forgetAccounts(stage.own));

function sessionMemory(): Promise<string> {
  return stage.own.evaluate(async () => JSON.stringify(await chrome.storage.session.get()));
}

test.each(['dialog', 'closed-shadow', 'frame', 'cross-frame'])(
  'pressed after five minutes, the code in a %s is saved and filled all the same',
  async (place) => {
    await showQr(stage.page, `qrPlace=${place}`);
    await cardOffers(stage.page, ORDINARY);
    await letCapturesAge(stage.own, 5);
    await pressCard(stage.page, 'offer_save');
    await waitForNewestCode(stage);
  },
);

test('its text does not outlive its time', async () => {
  const { page, driven, simulator } = stage;
  await showQr(page, '');
  await cardOffers(page, ORDINARY);
  const { uri } = newestEnrolment(simulator);
  expect(await sessionMemory()).toContain(uri);
  await letCapturesAge(stage.own, 5);
  const worker = await driven.worker();
  // As at the alarm, which the test does not wait for.
  await worker.evaluate(() => {
    const { onAlarm } = chrome.alarms as unknown as {
      onAlarm: { dispatch(alarm: { name: string }): void };
    };
    onAlarm.dispatch({ name: 'scans' });
  });
  await until('the text to be gone', async () =>
    (await sessionMemory()).includes(uri) ? undefined : true,
  );
  const alarm = await worker.evaluate(() => chrome.alarms.get('scans'));
  expect(alarm).toBeDefined();
});

/** The card stands, the vault locks, the user presses: gives the window that asks for the passphrase. */
async function pressWhileLocked(): Promise<Page> {
  const { page, driven } = stage;
  await showQr(page, '');
  await cardOffers(page, ORDINARY);
  await lockVault(driven);
  await page.bringToFront();
  await waitForControl(page, SAVE);
  await clickControl(page, SAVE);
  return driven.waitForWindow('unlock.html');
}

test('after the unlock window was closed, the next press opens it again and goes on', async () => {
  const { page, driven } = stage;
  const first = await pressWhileLocked();
  await first.close();
  await cardOffers(page, ORDINARY);
  await page.bringToFront();
  await clickControl(page, SAVE);
  const second = await driven.waitForWindow('unlock.html');
  await unlock(second);
  await page.bringToFront();
  await waitForNewestCode(stage);
});

test('a text that died while the user was unlocking is offered anew', async () => {
  const { page } = stage;
  const window = await pressWhileLocked();
  await waitForWords(page, english('offer_unlocking'));
  await letCapturesAge(stage.own, 15);
  await unlock(window);
  await page.bringToFront();
  await cardOffers(page, ORDINARY);
  await pressCard(page, 'offer_save');
  await waitForNewestCode(stage);
});
