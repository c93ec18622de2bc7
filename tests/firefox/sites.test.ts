/** A host of the user's own in Firefox: from the popup's button through the browser's question to a filled field. */
import { expect, test } from 'vitest';
import type { SiteView } from '../../lib/protocol/views.ts';
import { clickControl, waitForControl, waitForText } from '../e2e/driver/controls.ts';
import {
  addAccount,
  askAsOwnPage,
  english,
  pressUntilUnlockWindow,
  unlock,
} from '../e2e/driver/nightlatch.ts';
import {
  enrolledAccount,
  signIn,
  waitForCodeField,
  waitForFilled,
} from '../e2e/driver/stand-in.ts';
import { until } from '../e2e/driver/until.ts';
import { markHosts, waitForOneNewHost } from '../e2e/driver/update.ts';
import { firefoxFixture } from './fixture.ts';

const ENROLLED = 'enrolled@example.com';
const LOCAL = 'https://nvr.local:8043';
const button = (key: Parameters<typeof english>[0]) => ({ role: 'button', name: english(key) });

const fixture = firefoxFixture('open');

async function grantedIds(): Promise<readonly string[]> {
  const sites = (await askAsOwnPage(fixture.own, 'siteList', {})) as readonly SiteView[];
  return sites.filter(({ kind }) => kind === 'granted').map(({ id }) => id);
}

test("after 'Allow' the popup says so at once, and a press on Fill binds the account", async () => {
  const { driven, own, simulator } = fixture;
  await addAccount(own, enrolledAccount(simulator, ENROLLED));
  const page = await driven.newPage();
  await signIn(page, ENROLLED, `${LOCAL}/`);
  await waitForCodeField(page);
  const popup = await driven.openPopup(page);
  await clickControl(popup, button('codes_grant'));
  await clickControl(popup, button('codes_grant_allow'));
  await waitForText(popup, 'was added. Now choose the account.');
  // The question is answered: it is not put again.
  await expect(waitForControl(popup, button('codes_grant'), 500)).rejects.toThrow('in vain');
  expect(await grantedIds()).toEqual([LOCAL]);
  await popup.evaluate(() => window.close());
  await page.bringToFront();
  await waitForControl(page, button('prompt_choose'));
  const again = await driven.openPopup(page);
  await clickControl(again, { role: 'button', name: new RegExp(`^Fill code for .*${ENROLLED}`) });
  await waitForFilled(page);
  await until('the account bound to the site', async () => {
    const accounts = await askAsOwnPage(own, 'accounts', { bin: 'live' });
    return JSON.stringify(accounts).includes(LOCAL) || undefined;
  });
});

test('after an update, a page that is open there goes on', async () => {
  const { driven, own } = fixture;
  await askAsOwnPage(own, 'lock', {});
  const page = await driven.newPage();
  await signIn(page, ENROLLED, `${LOCAL}/`);
  await waitForCodeField(page);
  await waitForControl(page, button('prompt_locked'));
  await markHosts(page);
  await driven.install();
  await page.bringToFront();
  await waitForOneNewHost(page);
  const window = await pressUntilUnlockWindow(driven, page, 'prompt_locked');
  await unlock(window);
  await page.bringToFront();
  // The account of the first test is the one of this site.
  await waitForControl(page, button('prompt_offer'));
});
