/** A clock that was ahead, and was set right, must not bar the codes of the present: by itself, nor by hand. */
import type { Page } from 'puppeteer-core';
import { beforeEach, expect, test } from 'vitest';
import { clickControl, waitForControl, waitForText } from '../driver/controls.ts';
import { sharedFixture } from '../driver/fixture.ts';
import { askAsOwnPage, english } from '../driver/nightlatch.ts';
import { readCodeField, signIn, waitForFilled } from '../driver/stand-in.ts';

const EMAIL = 'enrolled@example.com';
const fixture = sharedFixture([EMAIL]);
const OFFER = { role: 'button', name: english('prompt_offer') } as const;

async function set(change: object): Promise<void> {
  const own = await fixture.driven.openOwn('options.html');
  await askAsOwnPage(own, 'siteChange', { siteId: 'vms-cloud', change });
  await own.close();
}

beforeEach(() => set({ clockOffsetMs: 0, fill: 'by-itself' }));

async function openPrompt(): Promise<Page> {
  const page = await fixture.driven.newPage();
  await signIn(page, EMAIL);
  return page;
}

/** What is filled at the site's time, so far ahead of this computer's. */
async function fillAt(clockOffsetMs: number): Promise<string> {
  await set({ clockOffsetMs });
  const page = await openPrompt();
  const code = await waitForFilled(page);
  await page.close();
  return code;
}

test("a step of the future was used by the site's clock: set right, the next log-in is filled", async () => {
  const early = await fillAt(3_600_000);
  // Up to a step is waited for, never the hour until the time has caught up.
  expect(await fillAt(0)).not.toBe(early);
});

test('the same by hand: a press in the popup fills the code of the present', async () => {
  const early = await fillAt(7_200_000);
  await set({ clockOffsetMs: 0, fill: 'by-hand' });
  const page = await openPrompt();
  await waitForControl(page, OFFER);
  expect(await readCodeField(page)).toBe('');
  const popup = await fixture.driven.openPopup(page);
  await waitForText(popup, EMAIL);
  await clickControl(popup, { role: 'button', name: english('codes_hero_fill') });
  expect(await waitForFilled(page)).not.toBe(early);
  await page.close();
});
