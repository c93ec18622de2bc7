/** Every press on the card is answered, and no word on which the user may act goes away unasked. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import {
  clickControl,
  isShown,
  readPageText,
  waitForControl,
  waitForText,
} from '../driver/controls.ts';
import { cleanFixture } from '../driver/fixture.ts';
import { clickCard, english, lockVault, pressUntilUnlockWindow } from '../driver/nightlatch.ts';
import { minimise, ownWindows } from '../driver/own-windows.ts';
import { openEnrolment, signIn, waitForFilled, waitForSignedIn } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';

const SAVE = { role: 'button', name: english('offer_save') } as const;
const SHOW_WINDOW = { role: 'button', name: english('offer_show_window') } as const;

const fixture = cleanFixture([]);

async function enrolledPage(): Promise<Page> {
  const page = await fixture.driven.newPage();
  await signIn(page, 'second@example.com');
  await waitForSignedIn(page);
  await openEnrolment(page);
  await waitForControl(page, SAVE);
  return page;
}

test('a press before the button counts is answered and saves nothing; the next one counts', async () => {
  const page = await enrolledPage();
  const button = await waitForControl(page, SAVE);
  const point = await button.middle();
  if (!point) throw new Error('The button has no place.');
  // Each sign of a focus that came back begins the time anew for which the card must have stood there.
  const timer = await page.evaluate(() =>
    Number(setInterval(() => window.dispatchEvent(new Event('focus')), 50)),
  );
  await until('the answer to the press', async () => {
    await page.mouse.click(point.x, point.y);
    return (await readPageText(page)).includes(english('offer_early')) ? true : undefined;
  });
  expect(await isShown(page, SAVE)).toBe(true);
  await page.evaluate((id) => clearInterval(id), timer);
  await clickCard(page, 'offer_save');
  await waitForFilled(page);
});

test('after Not now the card says how to come back, and the popup has that button', async () => {
  const page = await enrolledPage();
  await clickCard(page, 'offer_dismiss');
  await waitForText(page, english('offer_dismissed_hint'));
  const popup = await fixture.driven.openPopup(page);
  await clickControl(popup, { role: 'button', name: english('accounts_scan') });
  await waitForText(popup, /second@example\.com/u);
});

test('while our window waits for the user, the card brings it to the front', async () => {
  const page = await enrolledPage();
  await lockVault(fixture.driven);
  await waitForControl(page, SAVE);
  await pressUntilUnlockWindow(fixture.driven, page, 'offer_save');
  const own = await fixture.driven.openOwn('options.html');
  const window = async () => {
    const [found] = await ownWindows(own, fixture.driven.urlOf('unlock.html'));
    if (!found) throw new Error('our window is not there');
    return found;
  };
  await minimise(own, (await window()).id);
  expect((await window()).isInFront).toBe(false);
  await until('our window to be brought to the front', async () => {
    await page.bringToFront();
    await clickControl(page, SHOW_WINDOW, 3_000).catch(() => undefined);
    return (await window()).isInFront ? true : undefined;
  });
  await own.close();
});
