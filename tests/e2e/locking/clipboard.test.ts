/** A copied code leaves the clipboard 30 s later, though the popup that copied it has long been closed. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { prepareVault } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import { findAlarm, soundAlarm } from '../driver/own-state.ts';

const ALARM = 'clipboard';

let driven: DrivenBrowser;
let page: Page;
beforeAll(async () => {
  driven = await launch();
  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
  await prepareVault(driven, [{ issuer: 'VIGI', label: 'maria', secret }]);
  page = await driven.openOwn('options.html');
  await driven.browser
    .defaultBrowserContext()
    .overridePermissions(driven.urlOf('').slice(0, -1), [
      'clipboard-read',
      'clipboard-write',
      'clipboard-sanitized-write',
    ]);
});
afterAll(() => driven.close());

/** Only a page in front may read it. */
async function clipboard(): Promise<string> {
  await page.bringToFront();
  return page.evaluate(() => navigator.clipboard.readText());
}

test('copied in the popup, cleared 30 s after', async () => {
  const popup = await driven.openPopup(page);
  const beforeMs = Date.now();
  await popup.waitForSelector('.row-main[data-row="0"]');
  await popup.click('.row-main[data-row="0"]');
  const whenMs = await until('the alarm', () => findAlarm(page, ALARM));
  expect(whenMs).toBeGreaterThanOrEqual(beforeMs + 30_000);
  expect(whenMs).toBeLessThanOrEqual(Date.now() + 30_000);
  await popup.close();
  expect(await clipboard()).toMatch(/^\d{6}$/);
  // The background may be dead by then: the alarm wakes it.
  await driven.killWorker();
  await soundAlarm(page, ALARM);
  await until('an empty clipboard', async () =>
    (await clipboard()).trim() === '' ? true : undefined,
  );
  expect(await findAlarm(page, ALARM)).toBeUndefined();
});
