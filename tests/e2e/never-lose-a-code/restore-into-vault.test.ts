/** A backup saved in one click, and restored into a vault that is well. */
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decryptBackup } from '../../lib/vault/independent-decryptor.ts';
import { clickControl, typeIntoControl, waitForText } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { addAccount, askAsOwnPage, english, PASSPHRASE } from '../driver/nightlatch.ts';
import { accountIds } from '../vault/own-page.ts';
import { chooseFile, downloadsOf, type SavedFile, waitForDownload } from './download.ts';

const SECRETS = ['JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXA', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXB'];
const LABELS = ['anna@example.com', 'ben@example.com'];

let driven: DrivenBrowser;
let page: Page;
let folder: string;
let recoveryCode: string;
let saved: SavedFile;
beforeAll(async () => {
  driven = await launch();
  folder = await downloadsOf(driven);
  page = await driven.openOwn('options.html');
  const first = { kind: 'passphrase', passphrase: PASSPHRASE };
  ({ recoveryCode } = (await askAsOwnPage(page, 'createVault', first)) as {
    recoveryCode: string;
  });
  for (const [index, secret] of SECRETS.entries()) {
    await addAccount(page, { issuer: 'VIGI', label: LABELS[index] ?? '', secret });
  }
  await page.close();
  page = await driven.openOwn('options.html#backup');
  await page.bringToFront();
});
afterAll(async () => {
  await driven.close();
  await rm(folder, { recursive: true, force: true });
});

const button = (key: Parameters<typeof english>[0]) => ({ role: 'button', name: english(key) });

async function openBackup(file: string, passphrase: string): Promise<void> {
  await chooseFile(page, file);
  const field = { role: 'textbox', name: english('unlock_passphrase') };
  await typeIntoControl(page, field, passphrase);
  await clickControl(page, button('backup_secret_submit'));
}

async function cancel(): Promise<void> {
  await clickControl(page, button('ui_cancel'));
}

test('one click saves a file that another program opens, and nothing in its name tells whose it is', async () => {
  await clickControl(page, button('backup_now'));
  saved = await waitForDownload(folder);
  expect(saved.name).toMatch(/^nightlatch-backup-\d{4}-\d\d-\d\d\.json$/u);
  for (const secret of [{ passphrase: PASSPHRASE }, { recoveryCode }]) {
    const accounts = [...decryptBackup(saved.text, secret).values()];
    expect(accounts.map(({ view }) => view['label'])).toEqual(LABELS);
  }
  await waitForText(page, new RegExp(english('backup_same')));
});

describe('restoring', () => {
  test('what is there already is said, and not added twice', async () => {
    await openBackup(saved.path, PASSPHRASE);
    await waitForText(page, /0 new accounts · 2 already here/u);
    await waitForText(page, new RegExp(english('backup_nothing_new'), 'u'));
    await cancel();
    expect(await accountIds(page)).toHaveLength(2);
  });

  test('what was deleted since comes back with its own code', async () => {
    const [id = ''] = await accountIds(page);
    const [before] = (await askAsOwnPage(page, 'codes', { ids: [id] })) as {
      code: { digits: string; counter: number };
      next: { digits: string; counter: number };
    }[];
    await askAsOwnPage(page, 'accountBin', { id });
    await askAsOwnPage(page, 'accountDelete', { id });
    await openBackup(saved.path, PASSPHRASE);
    await waitForText(page, /1 new account · 1 already here/u);
    await clickControl(page, button('backup_add'));
    await waitForText(page, /1 account added/u);
    const ids = await accountIds(page);
    expect(ids).toHaveLength(2);
    expect(ids).not.toContain(id);
    const rows = (await askAsOwnPage(page, 'codes', { ids })) as {
      account: { label: string };
      code: { digits: string; counter: number };
    }[];
    const back = rows.find(({ account }) => account.label === LABELS[0])?.code;
    const then = [before?.code, before?.next].find((code) => code?.counter === back?.counter);
    expect(then?.digits).toBe(back?.digits);
  });

  test('a wrong passphrase opens nothing and is said', async () => {
    await openBackup(saved.path, 'not this passphrase');
    await waitForText(page, /Wrong passphrase for this backup/u);
    await cancel();
  });

  test.each([
    ['damaged', (text: string) => text.slice(0, -300), 'error_backup_damaged'],
    ['of another program', () => '{"services":[]}', 'error_backup_unknown'],
  ] as const)(
    'a file that is %s is refused by name before anything is asked',
    async (_what, spoil, words) => {
      const file = path.join(folder, 'spoilt.json');
      await writeFile(file, spoil(saved.text));
      await chooseFile(page, file);
      await waitForText(page, new RegExp(english(words).slice(0, 40), 'u'));
      expect(await accountIds(page)).toHaveLength(2);
    },
  );
});
