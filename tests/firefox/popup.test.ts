/** The button in the toolbar and the popup, where Firefox treats them in another way than Chromium. */
import { expect, test } from 'vitest';
import { clickControl, waitForText } from '../e2e/driver/controls.ts';
import { english } from '../e2e/driver/nightlatch.ts';
import { PORTAL } from '../e2e/driver/stand-in.ts';
import { until } from '../e2e/driver/until.ts';
import { matchPatterns } from '../../lib/sites/index.ts';
import { firefoxFixture } from './fixture.ts';

const fixture = firefoxFixture('open');

test('the button is in the toolbar, where its number is seen', async () => {
  const settings = await fixture.own.evaluate(() => chrome.action.getUserSettings());
  expect(settings.isOnToolbar).toBe(true);
});

test('a link of the popup opens its page, and the popup goes out of the way', async () => {
  const { driven } = fixture;
  const page = await driven.newPage('about:blank');
  const popup = await driven.openPopup(page);
  await clickControl(popup, {
    role: 'link',
    name: new RegExp(`^${english('codes_settings')}`, 'u'),
  });
  const settings = driven.urlOf('options.html');
  await until('the settings beside those of the fixture', async () => {
    const pages = await driven.scope.pages();
    return pages.filter(({ url }) => url.startsWith(settings)).length > 1 ? true : undefined;
  });
  await until('the popup to close', async () =>
    (await driven.isOpen('popup.html')) ? undefined : true,
  );
  await page.close();
});

test('opened by a card and not by the button, it says how to scan the page', async () => {
  const { driven, own } = fixture;
  const page = await driven.newPage(`${PORTAL}bare.html`);
  const tabId = await own.evaluate(
    async (url) => (await chrome.tabs.query({ url }))[0]?.id,
    page.url(),
  );
  const popup = await driven.openOwn(`popup.html?tab=${tabId}`);
  await clickControl(popup, { role: 'button', name: english('accounts_scan') });
  await waitForText(popup, english('error_tab_needs_press'));
  await popup.close();
  const pressed = await driven.openPopup(page);
  await clickControl(pressed, { role: 'button', name: english('accounts_scan') });
  await waitForText(pressed, english('error_qr_not_found'));
  await pressed.evaluate(() => window.close());
  await page.close();
});

test('hosts that were taken away are told of in popup and settings, and given back by one press', async () => {
  const { driven, own } = fixture;
  const origins = [...matchPatterns];
  await own.evaluate((taken) => chrome.permissions.remove({ origins: taken }), origins);
  const settings = await driven.openOwn('options.html#sites');
  await waitForText(settings, english('hosts_missing'));
  const page = await driven.newPage('about:blank');
  const popup = await driven.openPopup(page);
  await waitForText(popup, english('hosts_missing'));
  await clickControl(popup, { role: 'button', name: english('hosts_allow') });
  await waitForText(popup, english('hosts_granted'));
  expect(
    await own.evaluate((wanted) => chrome.permissions.contains({ origins: wanted }), origins),
  ).toBe(true);
  await settings.close();
  await page.close();
});
