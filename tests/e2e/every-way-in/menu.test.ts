/**
 * 'Scan QR code in this image' in the menu of a right click. Without a display no
 * menu shows, so the browser's event is made where it would arrive; what the
 * press grants besides, activeTab, comes from a press of the toolbar button.
 */
import type { Page } from 'puppeteer-core';
import qrcode from 'qrcode';
import { test } from 'vitest';
import { clickControl, waitForText } from '../driver/controls.ts';
import { english } from '../driver/nightlatch.ts';
import { sharedFixture } from '../driver/fixture.ts';
import { PORTAL } from '../driver/stand-in.ts';
import { dispatch, tabInFront } from '../driver/browser-events.ts';

const LINK =
  'otpauth://totp/Example:menu%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example';
const fixture = sharedFixture([]);

async function pageWith(
  texts: readonly string[],
  address = 'https://www.example.test/',
): Promise<Page> {
  const page = await fixture.driven.newPage(address);
  const pictures = await Promise.all(texts.map((text) => qrcode.toDataURL(text)));
  await page.setContent(pictures.map((src) => `<img src="${src}">`).join(' '));
  await page.bringToFront();
  return page;
}

/** As the toolbar button does; its popup is closed again. */
async function grantActiveTab(page: Page): Promise<void> {
  const popup = await fixture.driven.openPopup(page);
  await waitForText(popup, new RegExp(english('codes_settings')));
  await popup.close();
}

async function chooseInMenu(page: Page): Promise<Page> {
  await page.bringToFront();
  const { driven } = fixture;
  const opened = driven.waitForWindow('popup.html');
  const info = { menuItemId: 'scan', frameId: 0, mediaType: 'image' };
  await dispatch(driven, 'contextMenus.onClicked', info, await tabInFront(driven));
  return opened;
}

test('the popup opens with the code under review', async () => {
  const page = await pageWith([LINK]);
  await grantActiveTab(page);
  const popup = await chooseInMenu(page);
  await waitForText(popup, new RegExp(english('accounts_review_title')));
  await clickControl(popup, { role: 'button', name: english('accounts_save') });
  await waitForText(popup, /menu@example\.com/);
  await page.close();
});

test('what is no set-up code is named', async () => {
  const page = await pageWith(['WIFI:S:guest;T:WPA;P:secret;;', 'BEGIN:VCARD\nFN:A\nEND:VCARD']);
  await grantActiveTab(page);
  const popup = await chooseInMenu(page);
  await waitForText(popup, new RegExp(english('accounts_finding_wifi')));
  await waitForText(popup, new RegExp(english('accounts_finding_contact')));
  await page.close();
});

test('a page whose pixels the browser keeps: the popup says what to do', async () => {
  const page = await pageWith([LINK]);
  const popup = await chooseInMenu(page);
  await waitForText(popup, new RegExp(english('error_tab_unreadable')));
  await page.close();
});

test('a page of ours, whose address we see: the popup names the toolbar button', async () => {
  const page = await pageWith([], PORTAL);
  const popup = await chooseInMenu(page);
  await waitForText(popup, new RegExp(english('error_tab_needs_press')));
  await page.close();
});
