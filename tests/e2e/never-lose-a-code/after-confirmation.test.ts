/** The first confirmation is the moment for a backup: the card offers it, and the popup reminds. */
import { rm } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { waitForText } from '../driver/controls.ts';
import { english, clickCard } from '../driver/nightlatch.ts';
import { cleanFixture } from '../driver/fixture.ts';
import { badgeText } from '../driver/own-windows.ts';
import {
  openEnrolment,
  clickText,
  signIn,
  waitForFilled,
  waitForSignedIn,
} from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import { repliesAt } from '../messages/forged.ts';
import { downloadsOf, waitForDownload } from './download.ts';

const BACK_UP = { table: 'page', name: 'scanBackUp', ask: {} };
const GONE = { ok: false, code: 'scan-gone' };

const fixture = cleanFixture([]);

async function signedIn(): Promise<Page> {
  const page = await fixture.driven.newPage();
  await page.bringToFront();
  await signIn(page, 'second@example.com');
  await waitForSignedIn(page);
  return page;
}

async function confirmed(): Promise<Page> {
  const page = await signedIn();
  await openEnrolment(page);
  await clickCard(page, 'offer_save');
  await waitForFilled(page);
  await clickText(page, 'Submit');
  await waitForText(page, new RegExp(english('offer_confirmed')));
  return page;
}

test('from the card it is two presses to a saved file; then popup and badge are quiet', async () => {
  const folder = await downloadsOf(fixture.driven);
  try {
    const page = await confirmed();
    await clickCard(page, 'offer_back_up');
    const settings = await fixture.driven.waitForWindow('options.html');
    await until('the settings at their backup', () =>
      settings.url().endsWith('#backup') ? 'there' : undefined,
    );
    await until('a badge of one', async () =>
      (await badgeText(settings)) === '1' ? 'counted' : undefined,
    );
    await settings.bringToFront();
    // The button has the focus already: Enter is enough.
    await until('the focus on the button', async () =>
      (await settings.evaluate(() => document.activeElement?.textContent)) === 'Back up now'
        ? 'there'
        : undefined,
    );
    await settings.keyboard.press('Enter');
    await waitForDownload(folder);
    await waitForText(settings, /asked to save/u);
    await until('a quiet badge', async () =>
      (await badgeText(settings)) === '' ? 'quiet' : undefined,
    );
    // Nothing of it is the page's to repeat.
    expect(await repliesAt(page, [BACK_UP])).toEqual([GONE]);
    const popup = await fixture.driven.openPopup(page);
    expect(await waitForText(popup, /second@example\.com/u)).not.toMatch(/not backed up/u);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('the popup reminds where the card was left alone', async () => {
  const page = await confirmed();
  const popup = await fixture.driven.openPopup(page);
  await waitForText(popup, /1 account is not backed up/u);
});

test('a page that has confirmed nothing opens nothing', async () => {
  const page = await signedIn();
  const tabs = (await fixture.driven.browser.pages()).length;
  expect(await repliesAt(page, [BACK_UP, BACK_UP])).toEqual([GONE, GONE]);
  expect(await fixture.driven.browser.pages()).toHaveLength(tabs);
});
