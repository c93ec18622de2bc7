/** Firefox ends the scripts of an old version at once, and puts the new ones into the pages that are open. */
import { expect, test } from 'vitest';
import { waitForControl } from '../e2e/driver/controls.ts';
import { english } from '../e2e/driver/nightlatch.ts';
import { openEnrolment, signIn, waitForSignedIn } from '../e2e/driver/stand-in.ts';
import { until } from '../e2e/driver/until.ts';
import { USER } from '../journey/steps.ts';
import { openProtect } from './card.ts';
import { firefoxFixture } from './fixture.ts';

const fixture = firefoxFixture('absent');

test('an update leaves one card in an open page, and its button works', async () => {
  const { driven } = fixture;
  const page = await driven.newPage();
  await signIn(page, USER);
  await waitForSignedIn(page);
  await openEnrolment(page);
  const save = { role: 'button', name: english('offer_save') } as const;
  await waitForControl(page, save);
  const cards = () => page.$$eval('html > div[popover]', (hosts) => hosts.length);
  await page.$eval('html > div[popover]', (host) => host.setAttribute('title', 'of before'));
  await driven.install();
  await until("the new version's card alone", async () => {
    const old = await page.$('html > div[popover][title="of before"]');
    return (await cards()) === 1 && old === null ? true : undefined;
  });
  // The toolbar button alone tells of it, too, before there is a vault.
  const popup = await driven.openPopup(page);
  await waitForControl(popup, { role: 'button', name: english('enrolment_review') });
  await popup.evaluate(() => window.close());
  await openProtect(driven, page);
  expect(await cards()).toBe(1);
});
