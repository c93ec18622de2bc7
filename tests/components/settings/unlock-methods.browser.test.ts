/** The settings' section Security: passphrase, recovery code, passkeys, and staying unlocked. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { clickButton, waitForRequest } from '../harness/acts.ts';
import {
  holdAnswer,
  lockVault,
  readAnnouncements,
  readFocusedName,
  readRequests,
} from '../harness/readings.ts';
import type { ScreenState } from '../harness/screen-state.ts';
import { showScreens } from '../harness/show-screens.ts';

const show = showScreens();
let page: Page;

async function openSecurity(state: Partial<ScreenState> = {}): Promise<void> {
  page = await show({ screen: 'options', state, hash: 'security' });
}

const PASSPHRASE = 'velvet anchor kiosk pancake';

async function askNewRecoveryCode(): Promise<void> {
  await clickButton(page, 'New recovery code');
  await page.type('dialog input[type=password]', PASSPHRASE);
  await clickButton(page, 'Confirm');
}

const waitForFocus = (words: string): Promise<unknown> =>
  page.waitForFunction((name) => document.activeElement?.textContent === name, {}, words);

test('a passkey is removed by a second press, and the focus never falls to the page', async () => {
  await openSecurity({ passkeys: 'some' });
  await clickButton(page, 'Remove');
  await waitForFocus('Cancel');
  await page.keyboard.press('Enter');
  await waitForFocus('Remove');
  await page.keyboard.press('Enter');
  await waitForFocus('Cancel');
  await page.waitForSelector('.button-danger[aria-disabled=false]');
  await clickButton(page, 'Remove permanently');
  // In a page that is no extension's nobody can add one.
  await waitForFocus('New recovery code');
});

test('a dialog has Cancel beside the button that goes on, once', async () => {
  await openSecurity({ passkeys: 'some' });
  const readCancel = (): Promise<readonly (string | undefined)[]> =>
    page.$$eval('dialog button', (all) => {
      const cancels = all.filter(({ textContent }) => textContent === 'Cancel');
      return cancels.map(
        (cancel) => cancel.parentElement?.querySelector('.button-primary')?.textContent,
      );
    });
  await clickButton(page, 'Change passphrase');
  await page.type('dialog [autocomplete=new-password]', PASSPHRASE);
  expect(await readCancel()).toEqual(['Next']);
  await clickButton(page, 'Next');
  await page.waitForSelector('dialog [autocomplete=current-password]');
  expect(await readCancel()).toEqual(['Confirm']);
  await clickButton(page, 'Cancel');
  await page.waitForFunction(() => document.querySelector('dialog') === null);
});

describe('what changes a way in', () => {
  test('a new passphrase is set only after the present one', async () => {
    await openSecurity();
    await clickButton(page, 'Change passphrase');
    await page.type('dialog [autocomplete=new-password]', PASSPHRASE);
    await clickButton(page, 'Next');
    await page.waitForSelector('dialog [autocomplete=current-password]');
    expect(await readRequests(page)).not.toContain('passphraseChange');
    await page.type('dialog input[type=password]', 'the old one');
    await clickButton(page, 'Confirm');
    await waitForRequest(page, 'passphraseChange');
    await page.waitForFunction(() => document.querySelector('dialog') === null);
  });

  test('a new passphrase that is easy to guess is not even asked a proof for', async () => {
    await openSecurity();
    await clickButton(page, 'Change passphrase');
    await page.type('dialog input[type=password]', 'Passw0rd!');
    await clickButton(page, 'Next');
    await page.waitForSelector('::-p-text(This passphrase is too easy to guess)');
    expect(await page.$('dialog [autocomplete=current-password]')).toBeNull();
  });

  test('a dialog takes the keys from the turn that shows it', async () => {
    await openSecurity();
    await page.waitForSelector('::-p-aria([name="Change passphrase"][role="button"])');
    const focused = await page.evaluate(async () => {
      const buttons = [...document.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent === 'Change passphrase')?.click();
      // No frame passes: only what was promised in the click's own turn.
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
      return document.activeElement?.matches('dialog[open] input[type=password]');
    });
    expect(focused).toBe(true);
  });

  test('a wrong secret changes nothing, and the dialog stays', async () => {
    await openSecurity({ unlock: 'wrong' });
    await clickButton(page, 'Stay unlocked on this computer');
    await page.type('dialog input[type=password]', 'not this one');
    await clickButton(page, 'Confirm');
    await page.waitForSelector('dialog [aria-invalid=true]');
    expect(await page.$eval('main', (main) => main.textContent)).not.toMatch(/stays unlocked/iu);
  });

  test('a new recovery code is shown once the old one is dead', async () => {
    await openSecurity();
    await askNewRecoveryCode();
    await page.waitForSelector('dialog .recovery-code');
    await page.click('dialog input[type=checkbox]');
    await clickButton(page, 'Done');
    await page.waitForFunction(() => document.querySelector('dialog') === null);
  });

  test('a new recovery code is shown, even if a lock comes before it', async () => {
    await openSecurity();
    await holdAnswer(page, 'recoveryReissue');
    await askNewRecoveryCode();
    await waitForRequest(page, 'recoveryReissue');
    await lockVault(page);
    await page.waitForSelector('main ::-p-text(Unlock)');
    await page.evaluate(() => window.answerHeld());
    await page.waitForSelector('dialog[open] .recovery-code');
  });

  test('a change that is under way is not called off by closing its dialog', async () => {
    await openSecurity();
    await holdAnswer(page, 'recoveryReissue');
    await askNewRecoveryCode();
    await waitForRequest(page, 'recoveryReissue');
    await page.waitForSelector('dialog [aria-disabled=true]::-p-text(Cancel)');
    await clickButton(page, 'Cancel');
    // Chromium asks nobody about the second one in a row.
    for (const _press of [1, 2, 3]) await page.keyboard.press('Escape');
    expect(await page.$('dialog[open] input[type=password]')).not.toBeNull();
    await page.evaluate(() => window.answerHeld());
    await page.waitForSelector('dialog[open] .recovery-code');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('dialog') === null);
    expect(await readFocusedName(page)).toBe('New recovery code');
  });

  test('a new recovery code and a removed passkey say what may remain', async () => {
    await openSecurity({ passkeys: 'some' });
    await clickButton(page, 'New recovery code');
    await page.waitForSelector('dialog ::-p-text(Older backups and copies still open with it)');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('dialog') === null);
    await clickButton(page, 'Remove');
    await page.waitForSelector('.button-danger[aria-disabled=false]');
    await clickButton(page, 'Remove permanently');
    await waitForRequest(page, 'passkeyRemove');
    await page.waitForSelector('::-p-text(backups of this computer, still open with it)');
    expect(await readAnnouncements(page)).toContain(
      'Passkey removed. Older copies of this browser',
    );
  });

  test('a new passphrase whose reply was lost is known to be set', async () => {
    await openSecurity({ lost: ['passphraseChange'] });
    await clickButton(page, 'Change passphrase');
    await page.type('dialog [autocomplete=new-password]', PASSPHRASE);
    await clickButton(page, 'Next');
    await page.waitForSelector('dialog [autocomplete=current-password]');
    await page.type('dialog input[type=password]', 'the old one');
    await clickButton(page, 'Confirm');
    await page.waitForFunction(() => document.querySelector('dialog') === null);
    await page.waitForFunction(() => document.body.textContent?.includes('Saved.'));
  });

  test('one that was not set is not said to be', async () => {
    await openSecurity({ fails: { recoveryReissue: 'storage-failed' } });
    await askNewRecoveryCode();
    await page.waitForSelector('dialog ::-p-text(The browser could not save)');
  });

  test('a new recovery code whose reply was lost is said to be one nobody has', async () => {
    await openSecurity({ lost: ['recoveryReissue'] });
    await askNewRecoveryCode();
    await page.waitForSelector('dialog ::-p-text(the new recovery code could not be shown)');
  });

  test('old data that the browser could not erase is told of', async () => {
    await openSecurity({ oldData: 'left' });
    await page.waitForSelector('::-p-text(could not erase older data from its files)');
  });

  test('Escape leaves everything as it was', async () => {
    await openSecurity();
    await clickButton(page, 'New recovery code');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('dialog') === null);
    expect(await readRequests(page)).not.toContain('recoveryReissue');
  });
});
