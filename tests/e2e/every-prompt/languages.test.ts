/** A whole log-in at a site in another language, and in one nobody ever spoke. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, test } from 'vitest';
import { languageNames } from '../../simulator/lang/index.ts';
import { clickPrimary, signIn } from '../../simulator/person.ts';
import { isMatrix } from '../driver/combinations.ts';
import { clickControl, isShown, waitForControl } from '../driver/controls.ts';
import { english } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import { PORTAL } from '../driver/stand-in.ts';
import {
  openPromptFixture,
  expectOneSubmit,
  waitForFilled,
  waitForSignedIn,
  type PromptFixture,
} from './prompt-fixture.ts';

/** Another direction, another script, no spaces between words, and no words at all that are known. */
const LOG_INS = ['ar', 'ru', 'ja', 'invented'];

let fixture: PromptFixture;
beforeAll(async () => {
  fixture = await openPromptFixture();
});
afterAll(() => fixture.close());

/** Where no word is known, nothing says whose code is meant: a press on the badge fills it. */
async function pressOffer(page: Page): Promise<void> {
  const offer = { role: 'button', name: english('prompt_offer') } as const;
  await waitForControl(page, offer);
  // A press while the badge has not been seen for a while does not count.
  await until('the badge to be gone', async () => {
    // It may go at any moment: a click that finds none says nothing.
    await clickControl(page, offer, 1_000).catch(() => undefined);
    return (await isShown(page, offer)) ? undefined : true;
  });
}

test.each(isMatrix ? languageNames : LOG_INS)('a whole log-in in %s', async (language) => {
  const email = await fixture.newUser();
  const page = await fixture.newPage();
  await page.goto(`${PORTAL}?language=${language}`);
  await signIn(page, email);
  if (language === 'invented') await pressOffer(page);
  await waitForFilled(page);
  await clickPrimary(page);
  await waitForSignedIn(page);
  expectOneSubmit(fixture, email, 'accepted');
  await page.close();
});
