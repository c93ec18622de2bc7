import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import qrcode from 'qrcode';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AccountView } from '../../../lib/otp/account.ts';
import { clickControl, waitForText } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { askAsOwnPage, english, prepareVault } from '../driver/nightlatch.ts';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const LINK = `otpauth://totp/TP-Link:picture%40example.com?secret=${SECRET}&issuer=TP-Link`;

let driven: DrivenBrowser;
let folder: string;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nightlatch-pictures-'));
  driven = await launch();
  await prepareVault(driven, []);
});
afterAll(async () => {
  await driven.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  page = await driven.openOwn('picture.html');
  await waitForText(page, new RegExp(english('picture_title')));
});

async function pictureOf(name: string, text: string): Promise<string> {
  const file = path.join(folder, `${name}.png`);
  await writeFile(file, await qrcode.toBuffer(text, { scale: 4 }));
  return file;
}

async function choose(...files: readonly string[]): Promise<void> {
  const input = await page.waitForSelector('input[type=file]');
  await input?.uploadFile(...files);
}

async function save(): Promise<void> {
  await clickControl(page, { role: 'button', name: english('accounts_save') });
}

async function labels(): Promise<readonly string[]> {
  const accounts = (await askAsOwnPage(page, 'accounts', { bin: 'live' })) as AccountView[];
  return accounts.map(({ label }) => label);
}

describe('the page for pictures', () => {
  test('reads a file, and saves after the review', async () => {
    await choose(await pictureOf('one', LINK));
    await save();
    await waitForText(page, new RegExp(english('codes_saved')));
    expect(await labels()).toContain('picture@example.com');
  });

  test('reads several files at once and names those that are nothing for us', async () => {
    await choose(
      await pictureOf('wifi', 'WIFI:S:guest;T:WPA;P:secret;;'),
      await pictureOf('two', LINK.replace('picture', 'two')),
      await pictureOf('three', LINK.replace('picture', 'three').replaceAll('GEZD', 'MFRA')),
    );
    await waitForText(page, new RegExp(english('accounts_finding_wifi')));
    await waitForText(page, /two@example\.com.*three@example\.com/);
  });

  test('says when a picture holds no QR code', async () => {
    const file = path.join(folder, 'broken.png');
    await writeFile(file, 'no picture at all');
    await choose(file);
    await waitForText(page, new RegExp(english('error_picture_unreadable')));
  });

  test('takes a pasted set-up link', async () => {
    await page.evaluate(
      (link) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', link);
        const main = document.querySelector('main');
        main?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
      },
      LINK.replace('picture', 'pasted').replaceAll('GEZD', 'KRSX'),
    );
    await save();
    await waitForText(page, new RegExp(english('codes_saved')));
    expect(await labels()).toContain('pasted@example.com');
  });
});
