/** The promise: what the user has copied himself is not taken from him, with nothing to allow before. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { prepareVault } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import { findAlarm, readStored, soundAlarm } from '../driver/own-state.ts';

const ALARM = 'clipboard';
const MINE = 'what the user has copied himself';

let driven: DrivenBrowser;
let page: Page;
beforeAll(async () => {
  driven = await launch();
  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
  await prepareVault(driven, [{ issuer: 'VIGI', label: 'maria', secret }]);
  page = await driven.openOwn('options.html');
});
afterAll(() => driven.close());
beforeEach(() => copy('before'));

/** By a person: a page writes only while it is in front. */
async function copy(text: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
}

/** Only a page in front may read it. */
async function clipboard(): Promise<string> {
  await page.bringToFront();
  return page.evaluate(() => navigator.clipboard.readText());
}

async function copyInPopup(): Promise<void> {
  const popup = await driven.openPopup(page);
  await popup.waitForSelector('.row-main[data-row="0"]');
  await popup.click('.row-main[data-row="0"]');
  await until('the alarm', () => findAlarm(page, ALARM));
  await popup.close();
}

/** As the alarm does, with the background dead until then; waits until the document that clears has gone. */
async function letAlarmGoOff(): Promise<void> {
  await driven.killWorker();
  const cleared = driven.browser.waitForTarget(
    (one) => one.url().split('#')[0] === driven.urlOf('offscreen.html'),
  );
  await soundAlarm(page, ALARM);
  const target = await cleared;
  await until('the document that clears to be gone', () =>
    driven.browser.targets().includes(target) ? undefined : true,
  );
}

test('the code that still lies there is cleared', async () => {
  await copyInPopup();
  expect(await clipboard()).toMatch(/^\d{6}$/);
  await letAlarmGoOff();
  expect((await clipboard()).trim()).toBe('');
});

test('what the user copied meanwhile stays, also when it is like a code', async () => {
  for (const text of [MINE, '123456']) {
    await copyInPopup();
    await copy(text);
    await letAlarmGoOff();
    expect(await clipboard()).toBe(text);
  }
});

/** What the extension keeps in memory. */
async function kept(): Promise<string> {
  return JSON.stringify(await readStored(page, 'session'));
}

test('nothing of the code is kept to compare by, and nothing at all after it was cleared', async () => {
  await copyInPopup();
  const digits = await clipboard();
  expect(await kept()).toContain('copied-texts');
  expect(await kept()).not.toContain(digits);
  await letAlarmGoOff();
  expect(await kept()).not.toContain('copied-texts');
});
