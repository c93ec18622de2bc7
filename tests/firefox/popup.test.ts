/** The button in the toolbar and the popup, where Firefox treats them in another way than Chromium. */
import { expect, test } from 'vitest';
import { clickControl, waitForText } from '../e2e/driver/controls.ts';
import { english } from '../e2e/driver/nightlatch.ts';
import {
  findTabId,
  hasHosts,
  isButtonInToolbar,
  openInWindow,
  takeHostsAway,
} from '../e2e/driver/own-windows.ts';
import { PORTAL } from '../e2e/driver/stand-in.ts';
import { until } from '../e2e/driver/until.ts';
import { pictureOf } from '../e2e/page-defence/card-page.ts';
import { secretBytes } from '../lib/formats/accounts.ts';
import { exportUri } from '../lib/formats/google.ts';
import { matchPatterns } from '../../lib/sites/index.ts';
import { firefoxFixture } from './fixture.ts';

const fixture = firefoxFixture('open');

test('the button is in the toolbar, where its number is seen', async () => {
  expect(await isButtonInToolbar(fixture.own)).toBe(true);
});

/** What is pressed in the popup, and the page of ours that opens. */
const SETTINGS = { role: 'link', name: new RegExp(`^${english('codes_settings')}`, 'u') };
const add = { role: 'button', name: english('codes_empty_other') };
const WAYS = [
  ['a link', 'options.html', [SETTINGS]],
  ['a picture', 'picture.html', [add, { role: 'button', name: english('accounts_from_picture') }]],
  ['an import', 'import.html', [add, { role: 'button', name: english('import_title') }]],
  ['an export on the page', 'import.html', [{ role: 'button', name: english('accounts_scan') }]],
] as const;

async function countOpen(file: string): Promise<number> {
  const pages = await fixture.driven.scope.pages();
  return pages.filter(({ url }) => url.startsWith(fixture.driven.urlOf(file))).length;
}

test.each(WAYS)(
  '%s opens its page, and the popup goes out of the way',
  async (_, file, presses) => {
    const { driven } = fixture;
    const page = await driven.newPage(`${PORTAL}bare.html`);
    await page.evaluate(
      (src) => {
        document.body.innerHTML = `<img width="300" height="300" src="${src}">`;
      },
      pictureOf(exportUri([{ name: 'watch', secret: secretBytes(0) }])),
    );
    const before = await countOpen(file);
    const popup = await driven.openPopup(page);
    for (const press of presses) await clickControl(popup, press);
    await until('the page', async () => ((await countOpen(file)) > before ? true : undefined));
    await until('the popup to close', async () =>
      (await driven.isOpen('popup.html')) ? undefined : true,
    );
    await page.close();
  },
);

test('in a window of its own it stays when a link of it opens a page', async () => {
  const { driven, own } = fixture;
  await openInWindow(own, '/popup.html');
  const window = await driven.waitForWindow('popup.html');
  const before = await countOpen('options.html');
  await clickControl(window, SETTINGS);
  await until('the page', async () =>
    (await countOpen('options.html')) > before ? true : undefined,
  );
  await waitForText(window, english('codes_empty_title'));
  await window.close();
});

test('opened by a card and not by the button, it says how to scan the page', async () => {
  const { driven, own } = fixture;
  const page = await driven.newPage(`${PORTAL}bare.html`);
  const tabId = await findTabId(own, page.url());
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
  await takeHostsAway(own, matchPatterns);
  const settings = await driven.openOwn('options.html#sites');
  await waitForText(settings, english('hosts_missing'));
  const page = await driven.newPage('about:blank');
  const popup = await driven.openPopup(page);
  await waitForText(popup, english('hosts_missing'));
  await clickControl(popup, { role: 'button', name: english('hosts_allow') });
  await waitForText(popup, english('hosts_granted'));
  expect(await hasHosts(own, matchPatterns)).toBe(true);
  await settings.close();
  await page.close();
});
