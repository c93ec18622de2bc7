/** An export of Google Authenticator in three QR codes, from the first picture to the last account saved. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import qrcode from 'qrcode';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AccountView } from '../../../lib/otp/account.ts';
import { clickControl, waitForText } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { askAsOwnPage, english, prepareVault } from '../driver/nightlatch.ts';
import { exportUri } from './google-export.ts';

const NAMES = ['ada', 'ben', 'cleo'] as const;
const accountOf = (name: string) => ({
  issuer: 'TP-Link',
  name: `${name}@example.com`,
  secret: Buffer.from(`a secret of ${name}`.padEnd(20)),
});

let driven: DrivenBrowser;
let folder: string;
let page: Page;
/** Files of the three pictures; the last one also holds an account whose codes are of MD5, which cannot be kept. */
let files: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nightlatch-export-'));
  files = await Promise.all(
    NAMES.map(async (name, index) => {
      const file = path.join(folder, `${name}.png`);
      const odd = { ...accountOf('odd'), algorithm: 4 };
      const accounts = index === 2 ? [accountOf(name), odd] : [accountOf(name)];
      await writeFile(file, await qrcode.toBuffer(exportUri(accounts, 3, index), { scale: 4 }));
      return file;
    }),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  driven = await launch();
  await prepareVault(driven, []);
  page = await driven.openOwn('picture.html');
});
afterEach(() => driven.close());

async function choose(...chosen: readonly string[]): Promise<void> {
  const input = await page.waitForSelector('input[type=file]');
  await input?.uploadFile(...chosen);
}

async function saveFromList(name: string): Promise<void> {
  await clickControl(page, { role: 'button', name: `TP-Link · ${name}@example.com` });
  await clickControl(page, { role: 'button', name: english('accounts_save') });
  await waitForText(page, new RegExp(english('codes_saved')));
}

function missing(numbers: string): RegExp {
  return new RegExp(english('accounts_finding_missing').replace('$1', '3').replace('$2', numbers));
}

async function labels(): Promise<readonly string[]> {
  const accounts = (await askAsOwnPage(page, 'accounts', { bin: 'live' })) as AccountView[];
  return accounts.map(({ label }) => label).toSorted();
}

test('one QR after the other: the missing ones are named, each account stands there once', async () => {
  const [first = '', second = '', third = ''] = files;
  await choose(first);
  await waitForText(page, missing('2, 3'));
  await clickControl(page, { role: 'button', name: english('accounts_scan_again') });
  await choose(third);
  await waitForText(page, missing('2'));
  await clickControl(page, { role: 'button', name: english('accounts_scan_again') });
  await choose(second);
  const text = await waitForText(page, /ada@.*ben@.*cleo@/);
  expect(text).not.toContain('missing');
  for (const name of NAMES) expect(text.split(`${name}@example.com`)).toHaveLength(2);
  for (const name of NAMES) await saveFromList(name);
  expect(await labels()).toEqual(NAMES.map((name) => `${name}@example.com`));
});

test('all at once: whole, and what cannot be kept is named with its reason', async () => {
  await choose(...files);
  const text = await waitForText(page, /ada@.*ben@.*cleo@.*odd@/);
  expect(text).not.toContain('missing');
  expect(text).toContain(english('error_algorithm_unsupported'));
  for (const name of NAMES) expect(text.split(`${name}@example.com`)).toHaveLength(2);
});

test('an account saved before is said to be', async () => {
  const [first = ''] = files;
  await choose(first);
  await saveFromList('ada');
  await choose(first);
  await waitForText(page, new RegExp(english('accounts_finding_same_secret')));
});
