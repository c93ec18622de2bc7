/** The way out: from the settings over a warning and a proof to a file that another reader opens. */
import { readdir, rm } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clickControl, typeIntoControl, waitForControl, waitForText } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import {
  askAsOwnPage,
  counted,
  english,
  lockVault,
  PASSPHRASE,
  prepareVault,
} from '../driver/nightlatch.ts';
import { accountsOf } from '../../lib/formats/accounts.ts';
import { openedAegis, type AegisFile } from '../../lib/formats/write/readers.ts';
import { openBackup } from '../../lib/vault/independent-decryptor.ts';
import { chooseFile, downloadsOf, waitForDownload } from '../never-lose-a-code/download.ts';
import { addKinds, chooseForm, LINKS, openExport, prove, startExport } from './export-fixture.ts';

const FILE_PASSPHRASE = 'four quite unusual lanterns';
const expected = await accountsOf(LINKS.join('\n'));

let driven: DrivenBrowser;
let folder: string;
let page: Page;
/** Files that earlier tests have saved. */
let known: readonly string[];

beforeAll(async () => {
  driven = await launch();
  folder = await downloadsOf(driven);
  await prepareVault(driven, []);
  const own = await driven.openOwn('options.html');
  await addKinds(own);
  await own.close();
});
afterAll(async () => {
  await driven.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  known = await readdir(folder);
  page = await driven.openOwn('export.html');
  await page.bringToFront();
  await openExport(page);
  return () => page.close();
});

function byName(accounts: readonly { readonly label: string }[]): readonly unknown[] {
  return accounts.toSorted((one, other) => one.label.localeCompare(other.label));
}

test('the settings lead to it', async () => {
  const settings = await driven.openOwn('options.html#transfer');
  await clickControl(settings, { role: 'link', name: english('export_open') });
  await openExport(settings);
  await settings.close();
});

test('a wrong proof saves nothing; a list of links holds every kind', async () => {
  await chooseForm(page, 'export_form_otpauth');
  await startExport(page, 4);
  await waitForText(page, english('export_readable'));
  await prove(page);
  const file = await waitForDownload(folder, known);
  expect(file.name).toMatch(/^nightlatch-otpauth-\d{4}-\d\d-\d\d\.txt$/u);
  expect(byName(await accountsOf(file.text))).toEqual(byName(expected));
  await waitForText(page, english('export_delete'));
  // The wrong proof came first: one file, not two.
  expect(await readdir(folder)).toHaveLength(known.length + 1);
});

test('a plain file of Aegis with the accounts of a tag', async () => {
  await chooseForm(page, 'export_form_aegis');
  const name = english('export_accounts');
  await waitForControl(page, { role: 'combobox', name });
  await page.select('select', 'tag:North');
  await startExport(page, 2);
  await prove(page);
  const { text } = await waitForDownload(folder, known);
  const { db } = JSON.parse(text) as AegisFile;
  expect(db).toMatchObject({
    entries: [{ name: 'gate' }, { name: 'maria@example.com' }],
    groups: [{ name: 'North' }],
  });
});

test('an encrypted file of Aegis with the ticked accounts opens with its own passphrase only', async () => {
  // The file before is saved before its page shows so: this one begins with a page of its own.
  await page.reload();
  await page.waitForSelector('select');
  await page.select('select', 'chosen');
  await clickControl(page, { role: 'checkbox', name: /gabe/u });
  await clickControl(page, { role: 'checkbox', name: /ann/u });
  await clickControl(page, { role: 'checkbox', name: /gate/u });
  await clickControl(page, { role: 'checkbox', name: /gate/u });
  await startExport(page, 2);
  const field = (key: Parameters<typeof english>[0]) => ({ role: 'textbox', name: english(key) });
  await typeIntoControl(page, field('export_passphrase'), FILE_PASSPHRASE);
  await clickControl(page, { role: 'button', name: english('ui_next') });
  await prove(page);
  const { text } = await waitForDownload(folder, known);
  expect(openedAegis(text, FILE_PASSPHRASE)).toMatchObject({
    entries: [
      { type: 'hotp', name: 'ann', info: { counter: 7 } },
      { type: 'steam', name: 'gabe' },
    ],
  });
  expect(() => openedAegis(text, PASSPHRASE)).toThrow(/authenticate/u);
});

function filled(key: Parameters<typeof english>[0], ...values: readonly string[]): string {
  return values.reduce((text, value, at) => text.replace(`$${at + 1}`, value), english(key));
}

/** How many accounts count as backed up in no file. */
async function missing(): Promise<unknown> {
  const { backup } = (await askAsOwnPage(page, 'vaultState', {})) as {
    readonly backup: { readonly missing: number };
  };
  return backup.missing;
}

test('a backup of ticked accounts says of how many they are, and counts as no backup of all', async () => {
  await chooseForm(page, 'export_form_backup');
  await page.select('select', 'chosen');
  await clickControl(page, { role: 'checkbox', name: /gabe/u });
  await clickControl(page, { role: 'checkbox', name: /ann/u });
  await waitForText(page, filled('export_backup_part', '2', '4'));
  await startExport(page, 2);
  await waitForText(page, english('export_backup_opens'));
  await prove(page);
  const file = await waitForDownload(folder, known);
  expect(file.name).toMatch(/^nightlatch-backup-2-of-4-\d{4}-\d\d-\d\d\.json$/u);
  await waitForText(page, filled('export_backup_saved', file.name, '2', '4'));
  const { accounts, of } = openBackup(file.text, { passphrase: PASSPHRASE });
  const labels = [...accounts.values()].map(({ view }) => view['label']);
  expect({ labels, of }).toEqual({ labels: ['ann', 'gabe'], of: 4 });
  expect(await missing()).toBe(4);
  const settings = await driven.openOwn('options.html#backup');
  await settings.bringToFront();
  await chooseFile(settings, file.path);
  const field = { role: 'textbox', name: english('unlock_passphrase') };
  await typeIntoControl(settings, field, PASSPHRASE);
  await clickControl(settings, { role: 'button', name: english('backup_secret_submit') });
  await waitForText(settings, filled('backup_part', '2', '4'));
  await settings.close();
});

test('a backup of all accounts is that of the vault', async () => {
  await chooseForm(page, 'export_form_backup');
  await startExport(page, 4);
  await prove(page);
  const file = await waitForDownload(folder, known);
  expect(file.name).toMatch(/^nightlatch-backup-\d{4}-\d\d-\d\d\.json$/u);
  await waitForText(page, filled('backup_saved', file.name));
  expect(openBackup(file.text, { passphrase: PASSPHRASE }).of).toBeUndefined();
  expect(await missing()).toBe(0);
});

test('a lock takes the list away; an unlocked vault brings it back', async () => {
  await lockVault(driven);
  await waitForControl(page, { role: 'button', name: english('import_unlock') });
  expect(await page.$('form')).toBeNull();
  await askAsOwnPage(page, 'unlock', { kind: 'passphrase', passphrase: PASSPHRASE });
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await waitForControl(page, { role: 'button', name: counted('export_start', 4) });
});
