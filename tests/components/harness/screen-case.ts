import type { ElementHandle, Page } from 'puppeteer-core';
import { waitForFocus } from './acts.ts';
import type { ScreenRequest } from './harness.ts';

/** One screen in one state; `prepare` brings it there. */
export interface ScreenCase extends ScreenRequest {
  readonly prepare?: (page: Page) => Promise<unknown>;
}

export const DARK = { features: { 'prefers-color-scheme': 'dark' } };
export const type = (selector: string, text: string) => async (page: Page) =>
  page.type(selector, text);
export const buttonNamed = (words: string) => `::-p-aria([name="${words}"][role="button"])`;
/** Opens the menu of the first row, as a pointer does. */
export async function openRowMenu(page: Page): Promise<void> {
  await page.hover('.row');
  await page.click('.row .row-more-button');
  await waitForFocus(page, '.menu button');
}

export const chooseInRowMenu = (words: string) => async (page: Page) => {
  await openRowMenu(page);
  for (const item of await page.$$('.menu [role=menuitem]')) {
    const text = await item.$eval('span', (span) => span.textContent);
    if (text?.includes(words)) return item.click();
  }
  throw new Error(`the menu has no ${words}`);
};

/** Presses by the place of the buttons: a right-to-left wording writes other words on them. */
export const explain = async (page: Page) => {
  await page.click('[aria-labelledby=explanation] .actions .button');
  await page.waitForSelector('[aria-labelledby=explanation] li .button');
  await page.click('[aria-labelledby=explanation] li .button');
  const answer = await page.waitForSelector('[aria-labelledby=explanation] [role=region]');
  await answer?.evaluate((region) => region.scrollIntoView());
};

const BACKUP_FILE = new URL('../../lib/vault/backup/fixtures/backup-1.json', import.meta.url)
  .pathname;

export async function uploadBackup(page: Page): Promise<void> {
  const input = await page.waitForSelector('input[type=file]');
  // The selector names an input: nothing else comes back.
  await (input as ElementHandle<HTMLInputElement>).uploadFile(BACKUP_FILE);
}

export async function chooseBackup(page: Page): Promise<void> {
  await uploadBackup(page);
  await page.waitForSelector('dialog input[type=password]');
}

export async function chooseRestore(page: Page): Promise<void> {
  await uploadBackup(page);
  await page.waitForSelector('::-p-text(Open backup)');
}

async function openBackup(page: Page): Promise<void> {
  await page.type('input[type=password]', 'velvet anchor kiosk');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.restore-lines li');
}

export async function previewBackup(page: Page): Promise<void> {
  await chooseBackup(page);
  await openBackup(page);
}

export async function previewRestore(page: Page): Promise<void> {
  await chooseRestore(page);
  await openBackup(page);
}

/** The password form of a file to import. */
export async function chooseImport(page: Page): Promise<void> {
  await uploadBackup(page);
  await page.waitForSelector('input[type=password]');
}

async function typeImportPassword(page: Page): Promise<void> {
  await chooseImport(page);
  await page.type('input[type=password]', 'velvet anchor kiosk');
  await page.keyboard.press('Enter');
}

export async function listImport(page: Page): Promise<void> {
  await typeImportPassword(page);
  await page.waitForSelector('.import-lines li');
}

export async function wrongImport(page: Page): Promise<void> {
  await typeImportPassword(page);
  await page.waitForSelector('[aria-invalid=true]');
}

export async function saveImport(page: Page): Promise<void> {
  await listImport(page);
  await page.click('.button-primary');
  await page.waitForSelector('.status .button');
}

/** The form comes once the accounts are known. */
export async function waitForExportForm(page: Page): Promise<void> {
  await page.waitForSelector('button[type=submit]');
}

/** Chooses a readable file, all accounts, and comes to the proof. */
/** Asks for the proof of an export of the form with this place in the list; the second one is readable. */
export async function proveExport(page: Page, place = 1): Promise<void> {
  await waitForExportForm(page);
  await (await page.$$('.export-forms input'))[place]?.click();
  await page.click('button[type=submit]');
  await page.waitForSelector('dialog input[type=password]');
}

export async function saveExport(page: Page): Promise<void> {
  await proveExport(page);
  await page.type('dialog input[type=password]', 'velvet anchor kiosk');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.status:not(.status-empty)');
}

/** Shows the codes of the form with this place in the list. */
export const showCodes = (place: number) => async (page: Page) => {
  await proveExport(page, place);
  await page.type('dialog input[type=password]', 'velvet anchor kiosk');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.qr');
};

/** What the fake background finds does not depend on the text. */
export async function pasteText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'otpauth://totp/a');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await page.waitForFunction(() => document.querySelector('.view-head, .note-error'), {
    polling: 50,
  });
}

/** Saves what was pasted in the place of an account of the same name. */
export async function replaceAccount(page: Page): Promise<void> {
  await pasteText(page);
  const replace = await page.waitForSelector('.button-primary[aria-disabled=false]');
  await replace?.click();
  await page.waitForSelector('.note .actions .button');
}

export async function dragOver(page: Page): Promise<void> {
  await page.evaluate(() =>
    document.body.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true })),
  );
  await page.waitForSelector('.drop-over');
}
