/** Exports of Google Authenticator, from pictures of their QR codes to one list and one press. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import qrcode from 'qrcode';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { AccountView } from '../../../lib/otp/account.ts';
import { clickControl, waitForControl, waitForText } from '../driver/controls.ts';
import type { DrivenBrowser } from '../driver/launch.ts';
import {
  askAsOwnPage,
  counted,
  english,
  forgetAccounts,
  lockVault,
  PASSPHRASE,
} from '../driver/nightlatch.ts';
import { secretBytes } from '../../lib/formats/accounts.ts';
import { exportUri } from '../../lib/formats/google.ts';
import { launchWithFiles } from './with-files.ts';

const NAMES = ['ada', 'ben', 'cleo'] as const;

let driven: DrivenBrowser;
let folder: string;
let page: Page;
/** Pictures of an export in three codes; the last one also holds an account whose codes are of MD5, which cannot be kept. */
let three: readonly string[];

beforeAll(async () => {
  const launched = await launchWithFiles();
  ({ driven, folder } = launched);
  three = await Promise.all(
    NAMES.map((name, index) => {
      const account = { issuer: 'TP-Link', name, secret: secretBytes(index) };
      const odd = { ...account, name: 'odd', algorithm: 4 };
      return pictureOf(index === 2 ? [account, odd] : [account], { size: 3, index, id: 77 });
    }),
  );
  return launched.close;
});
beforeEach(async () => {
  page = await driven.openOwn('picture.html');
  await forgetAccounts(page);
  return () => page.close();
});

async function pictureOf(...code: Parameters<typeof exportUri>): Promise<string> {
  const file = path.join(folder, `${code[1]?.id}-${code[1]?.index}.png`);
  await writeFile(file, await qrcode.toBuffer(exportUri(...code), { scale: 3 }));
  return file;
}

async function choose(...files: readonly string[]): Promise<void> {
  const input = await page.waitForSelector('input[type=file]');
  await input?.uploadFile(...files);
}

const words = (key: Parameters<typeof english>[0], ...values: readonly string[]): string =>
  values.reduce((text, value, at) => text.replace(`$${at + 1}`, value), english(key));

async function press(name: string): Promise<void> {
  await clickControl(page, { role: 'button', name });
}

async function labels(): Promise<readonly string[]> {
  const accounts = (await askAsOwnPage(page, 'accounts', { bin: 'live' })) as AccountView[];
  return accounts.map(({ label }) => label);
}

test('forty accounts in four pictures are one list, saved by one press and taken back by one', async () => {
  const codes = [0, 1, 2, 3].map((index) =>
    pictureOf(
      Array.from({ length: 10 }, (_account, at) => ({
        name: `of forty ${10 * index + at}`,
        secret: secretBytes(10 * index + at),
      })),
      { size: 4, index, id: 40 },
    ),
  );
  await choose(...(await Promise.all(codes)));
  await press(counted('import_save', 40));
  await waitForText(page, counted('import_saved', 40));
  expect(await labels()).toHaveLength(40);
  await waitForText(page, english('import_delete_pictures'));
  await press(english('import_undo'));
  await waitForText(page, english('import_undone'));
  expect(await labels()).toEqual([]);
});

test('one code after the other: the missing ones are named until all are there, and each refusal by name', async () => {
  const [first = '', second = '', third = ''] = three;
  await choose(first);
  await waitForText(page, words('accounts_finding_missing', '3', '2, 3'));
  await press(english('picture_another'));
  await choose(third);
  await waitForText(page, words('accounts_finding_missing', '3', '2'));
  await press(english('picture_another'));
  await choose(second);
  await waitForText(page, english('import_entry_unsupported_algorithm'));
  await press(counted('import_save', 3));
  await waitForText(page, counted('import_saved', 3));
  expect(await labels()).toEqual(NAMES);
});

test('what is there of an export is listed, and pictures of the rest are added to the list', async () => {
  const [first = '', ...rest] = three;
  await choose(first);
  await press(english('accounts_finding_show'));
  await waitForText(page, words('import_missing', '2, 3', '3'));
  await waitForControl(page, { role: 'link', name: english('import_scan_more') });
  await choose(...rest);
  await press(counted('import_save', 3));
  await waitForText(page, counted('import_saved', 3));
  // Saved is forgotten: the next export that is scanned stands alone.
  expect(await askAsOwnPage(page, 'scannedExports', {})).toEqual([]);
});

test('scanned while the vault is locked: the list comes when the user is back from unlocking it', async () => {
  await lockVault(driven);
  await choose(...three);
  await waitForControl(page, { role: 'button', name: english('import_unlock') });
  await askAsOwnPage(page, 'unlock', { kind: 'passphrase', passphrase: PASSPHRASE });
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await press(counted('import_save', 3));
  await waitForText(page, counted('import_saved', 3));
});
