/** Exports as QR codes: shown after a proof, read from the screen, gone with the lock. */
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clickControl, waitForControl, waitForText } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import {
  addAccount,
  askAsOwnPage,
  english,
  lockVault,
  PASSPHRASE,
  prepareVault,
} from '../driver/nightlatch.ts';
import { accountsOf, base32, secretBytes } from '../../lib/formats/accounts.ts';
import { addKinds, chooseForm, openExport, prove, startExport } from './export-fixture.ts';

/** Beside the four of every kind, so that Google's ten in a code do not hold all. */
const MORE = 11;

let driven: DrivenBrowser;
let page: Page;

beforeAll(async () => {
  driven = await launch();
  await prepareVault(driven, []);
  const own = await driven.openOwn('options.html');
  await addKinds(own);
  for (let at = 0; at < MORE; at++) {
    await addAccount(own, { issuer: 'Many', label: `m${at}`, secret: base32(secretBytes(at)) });
  }
  await own.close();
});
afterAll(() => driven.close());
beforeEach(async () => {
  page = await driven.openOwn('export.html');
  await page.bringToFront();
  await page.setViewport({ width: 700, height: 1000 });
  await openExport(page);
  return () => page.close();
});

/** What a phone reads from the screen. */
async function scan(at = 0): Promise<string> {
  await page.waitForSelector('.qr');
  const element = (await page.$$('.qr'))[at];
  const { width, height, data } = PNG.sync.read(
    Buffer.from((await element?.screenshot()) ?? new Uint8Array()),
  );
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? '';
}

const codeWords = (place: number): string =>
  english('export_code').replace('$1', String(place)).replace('$2', '2');

async function press(key: Parameters<typeof english>[0]): Promise<void> {
  await clickControl(page, { role: 'button', name: english(key) });
}

test('Google Authenticator gets ten accounts a code; what it cannot keep is named', async () => {
  await chooseForm(page, 'export_form_google');
  await startExport(page, 4 + MORE);
  await waitForText(page, english('export_visible'));
  await prove(page);
  await waitForText(page, codeWords(1));
  const first = await scan();
  await press('ui_next');
  await waitForText(page, codeWords(2));
  const second = await scan();
  expect((await accountsOf(first)).length).toBe(10);
  const accounts = await accountsOf([first, second].join('\n'));
  expect(accounts.map(({ label }) => label).toSorted()).toEqual(
    ['ann', 'maria@example.com', ...Array.from({ length: MORE }, (_m, at) => `m${at}`)].toSorted(),
  );
  expect(accounts.find(({ type }) => type === 'hotp')).toMatchObject({ counter: 7 });
  // 60 seconds and Steam's letters.
  const text = await waitForText(page, english('export_left_out'));
  expect(text).toContain('Harbour · gate');
  expect(text).toContain('Steam · gabe');
  await press('ui_back');
  await waitForText(page, codeWords(1));
  expect(await scan()).toBe(first);
});

test('the sheet has one code an account, of every kind, with its name', async () => {
  await chooseForm(page, 'export_form_sheet');
  await page.select('select', 'tag:North');
  await startExport(page, 2);
  await prove(page);
  await waitForControl(page, { role: 'button', name: english('unlock_recovery_print') });
  const accounts = await accountsOf([await scan(0), await scan(1)].join('\n'));
  expect(accounts).toMatchObject([
    { label: 'gate', digits: 8, periodSeconds: 60, algorithm: 'SHA-256' },
    { label: 'maria@example.com', digits: 6 },
  ]);
  const printed = await page.evaluate(() =>
    Array.from(document.querySelectorAll('.export-sheet li'), (item) => item.textContent),
  );
  expect(printed).toEqual(['Harbour · gate', 'TP-Link · maria@example.com']);
  await page.emulateMediaType('print');
  const shown = await page.evaluate(() =>
    Array.from(document.querySelectorAll('h1, .actions, .export-sheet li'))
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => element.tagName),
  );
  expect(shown).toEqual(['LI', 'LI']);
});

test('codes end with the lock, and a page that was left does not bring them back', async () => {
  const show = async (): Promise<void> => {
    await chooseForm(page, 'export_form_google');
    await startExport(page, 4 + MORE);
    await prove(page);
    await page.waitForSelector('.qr');
  };
  await show();
  await page.goto('about:blank');
  await page.goBack();
  await openExport(page);
  expect(await page.$('.qr')).toBeNull();
  await show();
  await lockVault(driven);
  await waitForControl(page, { role: 'button', name: english('import_unlock') });
  expect(await page.$('.qr')).toBeNull();
  await askAsOwnPage(page, 'unlock', { kind: 'passphrase', passphrase: PASSPHRASE });
});
