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
import { downloadsOf, waitForDownload } from '../never-lose-a-code/download.ts';
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

test('a lock takes the list away; an unlocked vault brings it back', async () => {
  await lockVault(driven);
  await waitForControl(page, { role: 'button', name: english('import_unlock') });
  expect(await page.$('form')).toBeNull();
  await askAsOwnPage(page, 'unlock', { kind: 'passphrase', passphrase: PASSPHRASE });
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await waitForControl(page, { role: 'button', name: counted('export_start', 4) });
});
