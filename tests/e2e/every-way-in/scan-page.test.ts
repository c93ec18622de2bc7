import qrcode from 'qrcode';
import { expect, test } from 'vitest';
import { clickControl, waitForControl, waitForText } from '../driver/controls.ts';
import { counted, english } from '../driver/nightlatch.ts';
import { secretBytes } from '../../lib/formats/accounts.ts';
import { exportUri } from '../../lib/formats/google.ts';
import { sharedFixture } from '../driver/fixture.ts';

const LINK =
  'otpauth://totp/Example:scan%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example';
const fixture = sharedFixture([]);

/** A page of a site that is none of ours, showing these texts as QR codes. */
async function foreignPage(texts: readonly string[]) {
  const page = await fixture.driven.newPage('https://www.example.test/');
  const pictures = await Promise.all(texts.map((text) => qrcode.toDataURL(text)));
  await page.setContent(pictures.map((src) => `<img src="${src}">`).join(' '));
  return page;
}

test('one set-up code on any page comes straight to the review', async () => {
  const page = await foreignPage([LINK]);
  const popup = await fixture.driven.openPopup(page);
  await clickControl(popup, { role: 'button', name: english('accounts_scan') });
  await waitForText(popup, new RegExp(english('accounts_review_title')));
  const values = await popup.$$eval('input', (inputs) => inputs.map((input) => input.value));
  expect(values).toContain('scan@example.com');
  await clickControl(popup, { role: 'button', name: english('accounts_save') });
  await waitForText(popup, /scan@example\.com/);
  await page.close();
});

test('beside other accounts a code, half under a see-through tooltip, is saved in three acts', async () => {
  const page = await fixture.driven.newPage('https://www.example.test/');
  const link = LINK.replace('scan', 'tooltip').replaceAll('GEZD', 'NNQX');
  const picture = await qrcode.toDataURL(link, {
    errorCorrectionLevel: 'L',
    scale: 5,
    margin: 4,
  });
  const tooltip =
    'position:absolute;left:10px;top:60px;width:130px;height:110px;background:rgb(0 0 0/.8)';
  await page.setContent(`<div style="position:relative"><img src="${picture}">
    <div style="${tooltip}"></div></div>`);
  const popup = await fixture.driven.openPopup(page);
  await clickControl(popup, { role: 'button', name: english('codes_scan') });
  await waitForText(popup, new RegExp(english('accounts_review_title')));
  const values = await popup.$$eval('input', (inputs) => inputs.map((input) => input.value));
  expect(values).toContain('tooltip@example.com');
  await clickControl(popup, { role: 'button', name: english('accounts_save') });
  await waitForControl(popup, { role: 'button', name: /tooltip@example\.com.* code/u });
  await page.close();
});

test('every code of the page is listed and named for what it is', async () => {
  const page = await foreignPage([
    'WIFI:S:guest;T:WPA;P:secret;;',
    LINK.replace('scan', 'other').replaceAll('GEZD', 'MFRA'),
    'https://www.example.test/app',
  ]);
  const popup = await fixture.driven.openPopup(page);
  await clickControl(popup, { role: 'button', name: english('codes_add') });
  await clickControl(popup, { role: 'button', name: english('accounts_scan') });
  await waitForText(popup, new RegExp(english('accounts_finding_wifi')));
  await waitForText(popup, new RegExp(english('accounts_finding_link')));
  await waitForText(popup, /other@example\.com/);
  await page.close();
});

test('an export on the page comes to the list of the import, all at once', async () => {
  const codes = [0, 1].map((index) =>
    exportUri([{ name: `s${index}`, secret: secretBytes(index) }], { size: 2, index, id: 2 }),
  );
  const page = await foreignPage(codes);
  const popup = await fixture.driven.openPopup(page);
  await clickControl(popup, { role: 'button', name: english('codes_add') });
  const { browser } = fixture.driven;
  const opened = browser.waitForTarget((one) => one.url().includes('/import.html'));
  await clickControl(popup, { role: 'button', name: english('accounts_scan') });
  const list = await (await opened).page();
  if (!list) throw new Error('The list is no page.');
  const save = { role: 'button', name: counted('import_save', 2) };
  await clickControl(list, save);
  await waitForText(list, counted('import_saved', 2));
  await list.close();
  await page.close();
});

test('a page without a code says so', async () => {
  const page = await foreignPage([]);
  const popup = await fixture.driven.openPopup(page);
  await clickControl(popup, { role: 'button', name: english('codes_add') });
  await clickControl(popup, { role: 'button', name: english('accounts_scan') });
  await waitForText(popup, new RegExp(english('error_qr_not_found')));
  await page.close();
});
