/** What takes a file, a proof or a page of a site before it shows. */
import { copyFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import {
  clickControl,
  typeIntoControl,
  waitForControl,
  waitForText,
} from '../e2e/driver/controls.ts';
import {
  askAsOwnPage,
  english,
  PASSPHRASE,
  pressProtect,
  unlock,
} from '../e2e/driver/nightlatch.ts';
import { until } from '../e2e/driver/until.ts';
import { chooseForm } from '../e2e/every-way-in/export-fixture.ts';
import { chooseFile, downloadsOf, waitForDownload } from '../e2e/never-lose-a-code/download.ts';
import { readAll, type Stored, writeAll } from '../e2e/vault/own-page.ts';
import { askingPage, BARE, enrolmentPage, newTab } from './popup-screens.ts';
import { button, press, SITE, TAB, WINDOW, type ReachedScreen, type Stage } from './screen.ts';

/** The recovery code of a vault that is made in this moment. */
async function recoveryCode({ driven }: Stage): Promise<Page> {
  const page = await driven.openOwn('unlock.html');
  const field = { role: 'textbox', name: english('unlock_new_passphrase') };
  await typeIntoControl(page, field, PASSPHRASE);
  await pressProtect(page);
  return page;
}

async function importList({ driven, folder }: Stage): Promise<Page> {
  const page = await driven.openOwn('import.html');
  const file = path.join(folder, 'links.txt');
  const link = (label: string, last: string): string =>
    `otpauth://totp/Acme:${label}?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PX${last}&issuer=Acme`;
  // The last but one is there already, by its secret.
  const lines = [link('ada', 'F'), link('ben', 'G'), link('there', 'A'), 'not a link'];
  await writeFile(file, lines.join('\n'));
  await chooseFile(page, file);
  await waitForText(page, english('import_entry_not_otpauth'));
  return page;
}

/** The proof that an export of this form asks for. */
async function askedForProof(
  { driven }: Stage,
  form: Parameters<typeof chooseForm>[1],
): Promise<Page> {
  const page = await driven.openOwn('export.html');
  await chooseForm(page, form);
  await clickControl(page, { role: 'button', name: /^Export \d+ accounts/u });
  await page.waitForSelector('dialog input[type=password]');
  return page;
}

async function exported(stage: Stage, form: Parameters<typeof chooseForm>[1]): Promise<Page> {
  const page = await askedForProof(stage, form);
  await page.type('dialog input[type=password]', PASSPHRASE);
  await press(page, 'ui_confirm');
  await page.waitForSelector('.qr');
  return page;
}

const backupOf = ({ folder }: Stage): string => path.join(folder, 'backup.json');

/** A backup of the vault, as the user saves one. */
export async function saveBackup(stage: Stage): Promise<void> {
  const downloads = await downloadsOf(stage.driven);
  const page = await stage.driven.openOwn('options.html#backup');
  await page.bringToFront();
  await press(page, 'backup_now');
  await copyFile((await waitForDownload(downloads)).path, backupOf(stage));
  await page.close();
  await rm(downloads, { recursive: true });
}

/** What a backup would add, once it was opened. */
async function openBackup(stage: Stage, page: Page): Promise<Page> {
  await chooseFile(page, backupOf(stage));
  await waitForControl(page, button('backup_secret_submit'));
  await page.type('input[type=password]', PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.restore-lines li');
  return page;
}

const restoreIntoVault = async (stage: Stage): Promise<Page> =>
  openBackup(stage, await stage.driven.openOwn('options.html#backup'));

/** A vault whose storage was changed behind its back, and the window that says so. */
const repair =
  (change: (stored: Stored) => Partial<Stored>) =>
  async ({ driven }: Stage): Promise<Page> => {
    const own = await driven.openOwn('options.html');
    await askAsOwnPage(own, 'lock', {});
    const stored = await readAll(own);
    // What it has begun before must not write over what is put there.
    await driven.killWorker();
    await writeAll(own, { ...stored, ...change(stored) });
    const page = await driven.openOwn('unlock.html');
    await page.waitForSelector('main');
    if (await page.$('input[type=password]')) await unlock(page);
    await waitForText(page, english('unlock_trouble_title'));
    // The next one begins with the vault as it was.
    await driven.killWorker();
    await writeAll(own, stored);
    await own.close();
    return page;
  };

const damaged = ({ local }: Stored): Partial<Stored> => ({
  local: { ...local, 'vault/manifest': '{"generation":9,"sealed":"AAAA"}' },
});
const older = ({ mark }: Stored): Partial<Stored> => {
  const { generation, ...rest } = mark as { readonly generation: number };
  return { mark: { ...rest, generation: generation + 1 } };
};
const missing = (): Partial<Stored> => ({ local: {} });

async function lockedBadge(stage: Stage): Promise<Page> {
  const page = await newTab(stage);
  await page.goto(BARE);
  await waitForControl(page, button('prompt_locked'));
  return page;
}

/** The small window in which the user picks an account for a page that asks. */
async function accountPicker(stage: Stage): Promise<Page> {
  const page = await askingPage(stage);
  const picker = await until('the account picker', async () => {
    await press(page, 'prompt_choose');
    return stage.driven.waitForWindow('account-picker.html', 3_000).catch(() => undefined);
  });
  await picker.waitForSelector('main button');
  return picker;
}

const reached =
  (size: ReachedScreen['size']) =>
  (name: string, reach: ReachedScreen['reach']): ReachedScreen => ({ name, size, reach });
const window = reached(WINDOW);
const tab = reached(TAB);
const site = reached(SITE);

/** The last one makes the vault. */
export const BEFORE_VAULT: readonly ReachedScreen[] = [
  site('card', (stage) => enrolmentPage(stage, 'maria@example.com')),
  window('unlock-recovery-code', recoveryCode),
];
export const OVER_VAULT: readonly ReachedScreen[] = [
  site('badge', askingPage),
  { name: 'account-picker', size: { width: 380, height: 300 }, reach: accountPicker },
  tab('options-restore', restoreIntoVault),
  tab('import-list', importList),
  tab('export-proof', (stage) => askedForProof(stage, 'export_form_google')),
  tab('export-codes', (stage) => exported(stage, 'export_form_google')),
  tab('export-sheet', (stage) => exported(stage, 'export_form_sheet')),
];
export const OVER_LOCKED: readonly ReachedScreen[] = [
  site('badge-locked', lockedBadge),
  window('repair-damaged', repair(damaged)),
  window('repair-older', repair(older)),
  window('repair-missing', repair(missing)),
  window('repair-restore', async (stage) => openBackup(stage, await repair(damaged)(stage))),
];
