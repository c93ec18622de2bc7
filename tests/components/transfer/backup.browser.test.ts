import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { clickButton, waitForRequest } from '../harness/acts.ts';
import { BACKUP_CHARACTERS_MAX } from '../../../lib/limits.ts';
import {
  holdAnswer,
  lockVault,
  readAnnouncements,
  readFocusedName,
  readRequests,
} from '../harness/readings.ts';
import { proveExport } from '../harness/screen-case.ts';
import type { ScreenState } from '../harness/screen-state.ts';
import { showScreens } from '../harness/show-screens.ts';

const show = showScreens();
let page: Page;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nightlatch-file-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function open(screen: 'options' | 'unlock', state: Partial<ScreenState>): Promise<void> {
  page = await show({ screen, state });
}

async function choose(text: string): Promise<void> {
  const file = path.join(folder, 'backup.json');
  await writeFile(file, text);
  const input = await page.waitForSelector('input[type=file]');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
}

async function typeSecret(): Promise<void> {
  const field = await page.waitForSelector('input[type=password]');
  await field?.type('velvet anchor kiosk');
  await page.keyboard.press('Enter');
}

describe('backing up', () => {
  test('takes one press and no typing, and is noted after the file was handed over', async () => {
    await open('options', { backup: 'none' });
    await page.evaluate(() => {
      // The link is in no document: its click bubbles nowhere.
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement): void {
        (window.requests as string[]).push(`saved ${this.download}`);
        HTMLElement.prototype.click.call(this);
      };
    });
    await clickButton(page, 'Back up now');
    await waitForRequest(page, 'backupKept');
    const order = (await readRequests(page)).filter((name) => /backup/u.test(name));
    expect(order[0]).toBe('backupMake');
    expect(order[1]).toMatch(/^saved nightlatch-backup-\d{4}-\d{2}-\d{2}\.json$/u);
    expect(order[2]).toBe('backupKept');
    await page.waitForFunction(() => document.body.textContent?.includes('asked to save'), {
      polling: 50,
    });
    expect(await readAnnouncements(page)).toContain('asked to save nightlatch-backup-');
    expect(await page.$eval('#backup-section', (section) => section.textContent)).not.toContain(
      'not in it',
    );
  });

  test('is made once, though it is pressed twice', async () => {
    await open('options', { backup: 'none' });
    const button = await page.waitForSelector('::-p-aria([name="Back up now"][role="button"])');
    await button?.evaluate((one) => {
      for (const _press of [1, 2]) if (one instanceof HTMLElement) one.click();
    });
    await waitForRequest(page, 'backupKept');
    expect((await readRequests(page)).filter((name) => name === 'backupMake')).toHaveLength(1);
  });

  test('a failure is said, and nothing is noted', async () => {
    await open('options', { fails: { backupMake: 'vault-locked' } });
    await clickButton(page, 'Back up now');
    await page.waitForSelector('.note-error');
    expect(await readRequests(page)).not.toContain('backupKept');
  });
});

describe('restoring into an open vault', () => {
  test('shows what would come before anything is added', async () => {
    await open('options', {});
    await choose('{}');
    await typeSecret();
    await page.waitForSelector('.restore-lines');
    expect(await readRequests(page)).not.toContain('backupAdd');
    expect(await readFocusedName(page)).toBeDefined();
    // Of a site that was never allowed and of one that no longer is, the same is true.
    await page.waitForSelector('::-p-text(These sites are not allowed in this browser)');
    expect(await page.$eval('dialog', (dialog) => dialog.textContent)).toContain(
      'left out: https://nvr.example.com.',
    );
    await clickButton(page, 'Add new accounts');
    await waitForRequest(page, 'backupAdd');
    await page.waitForFunction(() => document.querySelector('dialog') === null, { polling: 50 });
    expect(await readAnnouncements(page)).toContain('3 accounts added');
  });

  test('a wrong passphrase is said in words about the backup', async () => {
    await open('options', { unlock: 'wrong' });
    await choose('{}');
    await typeSecret();
    await page.waitForSelector('dialog [aria-invalid=true]');
    expect(await page.$eval('dialog', (dialog) => dialog.textContent)).toContain(
      'Wrong passphrase for this backup',
    );
  });

  test('a damaged file is said before a secret is asked for', async () => {
    await open('options', { fails: { backupLook: 'backup-damaged' } });
    await choose('{}');
    await page.waitForSelector('#backup-section .note-error');
    expect(await page.$('dialog')).toBeNull();
  });

  test('a file too large is not even read', async () => {
    await open('options', {});
    await choose('x'.repeat(BACKUP_CHARACTERS_MAX + 1));
    await page.waitForSelector('#backup-section .note-error');
    const requests = await readRequests(page);
    expect(requests.toSorted()).toEqual(['administrator', 'archiveState', 'health', 'vaultState']);
  });
});

describe('restoring where there is no vault to use', () => {
  test.each(['absent', 'missing', 'damaged', 'older'] as const)(
    'a vault that is %s: secret, preview, new passphrase, new recovery code',
    async (vault) => {
      await open('unlock', { vault, access: vault === 'older' ? 'read-only' : 'none' });
      await page.waitForSelector('input[type=file]');
      await choose('{}');
      await page.waitForSelector('::-p-text(Open backup)');
      // The keys go where the eye is.
      await page.keyboard.type('velvet anchor kiosk');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.restore-lines li');
      expect(await readRequests(page)).not.toContain('backupRestore');
      await page.click('input[type=checkbox]');
      await clickButton(page, 'Restore these accounts');
      await page.waitForSelector('.strength');
      await page.keyboard.type('velvet anchor kiosk');
      await page.keyboard.press('Enter');
      await waitForRequest(page, 'backupRestore');
      await page.waitForSelector('.sheet .recovery-code');
      expect(await readRequests(page)).not.toContain('createVault');
      await page.click('input[type=checkbox]');
      await clickButton(page, 'Done');
      await waitForRequest(page, 'window.close');
    },
  );

  test('on a new computer the passphrase of the backup stays, and the recovery code may wait', async () => {
    page = await show({ screen: 'unlock', state: { vault: 'absent' }, hash: 'restore' });
    expect(await page.$('input[type=password]')).toBeNull();
    await choose('{}');
    await page.waitForSelector('::-p-text(Open backup)');
    await page.keyboard.type('velvet anchor kiosk');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.restore-lines li');
    await holdAnswer(page, 'backupRestore');
    await clickButton(page, 'Restore these accounts');
    await page.waitForSelector('::-p-aria([name="Restoring…"][role="button"])');
    await page.evaluate(() => window.answerHeld());
    await waitForRequest(page, 'backupRestore');
    await page.waitForSelector('::-p-text(accounts were restored.)');
    const later = '::-p-aria([name="Later"][role="button"])';
    const what = await page.$eval(
      later,
      (button) =>
        document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent,
    );
    expect(what).toContain('make a new recovery code in Settings');
    await clickButton(page, 'Later');
    await waitForRequest(page, 'window.close');
    expect(await page.$('[autocomplete=new-password]')).toBeNull();
  });

  test.each(['older', 'damaged'] as const)(
    'what can be read of a vault that is %s can be saved first',
    async (vault) => {
      await open('unlock', { vault, access: 'read-only' });
      await clickButton(page, 'Back up now');
      await page.waitForFunction(() => document.body.textContent?.includes('asked to save'), {
        polling: 50,
      });
      // Such a vault is written by a decision of the user's only.
      expect(await readRequests(page)).toEqual(['vaultState', 'backupMake']);
    },
  );

  test('shows the recovery code, though the strength of the passphrase cannot be measured', async () => {
    page = await show({ screen: 'unlock', state: { vault: 'absent' }, hash: 'restore' });
    const network = await page.createCDPSession();
    onTestFinished(() => network.detach());
    await network.send('Network.enable');
    await network.send('Network.setBlockedURLs', { urls: ['*guesses*'] });
    await choose('{}');
    await typeSecret();
    await clickButton(page, 'Restore these accounts');
    await page.waitForSelector('.sheet .recovery-code');
  });

  test('a file that is no backup asks for nothing', async () => {
    await open('unlock', { vault: 'missing', fails: { backupLook: 'backup-unknown' } });
    await choose('{}');
    await page.waitForSelector('.note-error');
    expect(await page.$('input[type=password]')).toBeNull();
  });
});

test('an export that a lock overtakes shows no code', async () => {
  page = await show({ screen: 'export' });
  await holdAnswer(page, 'exportCodes');
  await proveExport(page, 3);
  await page.type('dialog input[type=password]', 'velvet anchor kiosk');
  await page.keyboard.press('Enter');
  await waitForRequest(page, 'exportCodes');
  await lockVault(page);
  await page.waitForFunction(() => document.querySelector('dialog') === null);
  await page.evaluate(async () => {
    window.answerHeld();
    for (const _frame of [1, 2]) await new Promise((drawn) => requestAnimationFrame(drawn));
  });
  expect(await page.$('.qr')).toBeNull();
});

test('an earlier vault goes only with the word', async () => {
  await open('options', { archive: 'kept' });
  const isDead = (): Promise<boolean> =>
    page.$eval('.button-danger', (button) => button.hasAttribute('disabled'));
  expect(await isDead()).toBe(true);
  const field = await page.waitForSelector('section.card input');
  await field?.type('delete');
  expect(await isDead()).toBe(false);
  await clickButton(page, 'Delete old data');
  await waitForRequest(page, 'archiveDelete');
  await page.waitForFunction(() => document.querySelector('section.card input') === null, {
    polling: 50,
  });
});
