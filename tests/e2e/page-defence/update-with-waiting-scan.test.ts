/** The promise: an update loses and doubles no scan that waits for the unlocking. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, waitForElement } from '../../simulator/person.ts';
import { askAsOwnPage, pressUntilUnlockWindow, unlock } from '../driver/nightlatch.ts';
import { openEnrolment, PORTAL, waitForFilled } from '../driver/stand-in.ts';
import { markHosts, updateExtension, waitForOneNewHost } from '../driver/update.ts';
import { openPromptFixture, type PromptFixture } from '../every-prompt/prompt-fixture.ts';

const USER = 'maria@example.com';

let fixture: PromptFixture;
beforeAll(async () => {
  fixture = await openPromptFixture({ flow: 'G1', mfa: 'none' });
});
afterAll(() => fixture.close());

test('saved before the update and not unlocked yet: the new card offers it, and it is saved once', async () => {
  const { driven } = fixture;
  const page = await fixture.newPage();
  await page.goto(PORTAL);
  await signIn(page, USER);
  await waitForElement(page, '#sign-out');
  const before = await driven.openOwn('options.html');
  await askAsOwnPage(before, 'lock', {});
  await before.close();
  await page.bringToFront();
  await openEnrolment(page);
  await pressUntilUnlockWindow(driven, page, 'offer_save');
  await markHosts(page);

  await updateExtension(driven);
  await page.bringToFront();
  await waitForOneNewHost(page);
  await unlock(await pressUntilUnlockWindow(driven, page, 'offer_save'));
  await page.bringToFront();
  await waitForFilled(page);

  const own = await driven.openOwn('options.html');
  const accounts = await askAsOwnPage(own, 'accounts', { bin: 'live' });
  const labels = (accounts as readonly { readonly label: string }[]).map(({ label }) => label);
  expect(labels.filter((label) => label === USER)).toHaveLength(1);
  expect(await askAsOwnPage(own, 'accounts', { bin: 'binned' })).toEqual([]);
  await page.close();
});
