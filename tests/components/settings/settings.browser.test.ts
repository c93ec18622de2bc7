import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
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

async function open(
  screen: 'options' | 'unlock' | 'popup',
  state: Partial<ScreenState>,
  hash = '',
): Promise<void> {
  page = await show({ screen, state, hash });
}

async function clickButton(words: string): Promise<void> {
  const button = await page.waitForSelector(`::-p-aria([name="${words}"][role="button"])`);
  await button?.click();
}

const waitForRequest = (name: string): Promise<unknown> =>
  page.waitForFunction((wanted) => window.requests.includes(wanted), {}, name);

const PASSPHRASE = 'velvet anchor kiosk pancake';

describe('what changes a way in', () => {
  test('a new passphrase is set only after the present one', async () => {
    await open('options', {}, 'security');
    await clickButton('Change passphrase');
    await page.type('dialog [autocomplete=new-password]', PASSPHRASE);
    await clickButton('Next');
    await page.waitForSelector('dialog [autocomplete=current-password]');
    expect(await readRequests(page)).not.toContain('passphraseChange');
    await page.type('dialog input[type=password]', 'the old one');
    await clickButton('Confirm');
    await waitForRequest('passphraseChange');
    await page.waitForFunction(() => document.querySelector('dialog') === null);
  });

  test('a new passphrase that is easy to guess is not even asked a proof for', async () => {
    await open('options', {}, 'security');
    await clickButton('Change passphrase');
    await page.type('dialog input[type=password]', 'Passw0rd!');
    await clickButton('Next');
    await page.waitForSelector('::-p-text(This passphrase is too easy to guess)');
    expect(await page.$('dialog [autocomplete=current-password]')).toBeNull();
  });

  test('a dialog takes the keys from the turn that shows it', async () => {
    await open('options', {}, 'security');
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
    await open('options', { unlock: 'wrong' }, 'security');
    await clickButton('Stay unlocked on this computer');
    await page.type('dialog input[type=password]', 'not this one');
    await clickButton('Confirm');
    await page.waitForSelector('dialog [aria-invalid=true]');
    expect(await page.$eval('main', (main) => main.textContent)).not.toMatch(/stays unlocked/iu);
  });

  test('a new recovery code is shown once the old one is dead', async () => {
    await open('options', {}, 'security');
    await clickButton('New recovery code');
    await page.type('dialog input[type=password]', PASSPHRASE);
    await clickButton('Confirm');
    await page.waitForSelector('dialog .recovery-code');
    await page.click('dialog input[type=checkbox]');
    await clickButton('Done');
    await page.waitForFunction(() => document.querySelector('dialog') === null);
  });

  test('a new recovery code is shown, even if a lock comes before it', async () => {
    await open('options', {}, 'security');
    await holdAnswer(page, 'recoveryReissue');
    await clickButton('New recovery code');
    await page.type('dialog input[type=password]', PASSPHRASE);
    await clickButton('Confirm');
    await waitForRequest('recoveryReissue');
    await lockVault(page);
    await page.waitForSelector('main ::-p-text(Unlock)');
    await page.evaluate(() => window.answerHeld());
    await page.waitForSelector('dialog[open] .recovery-code');
  });

  test('a change that is under way is not called off by closing its dialog', async () => {
    await open('options', {}, 'security');
    await holdAnswer(page, 'recoveryReissue');
    await clickButton('New recovery code');
    await page.type('dialog input[type=password]', PASSPHRASE);
    await clickButton('Confirm');
    await waitForRequest('recoveryReissue');
    await page.waitForSelector('dialog [aria-disabled=true]::-p-text(Cancel)');
    await clickButton('Cancel');
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
    await open('options', { passkeys: 'some' }, 'security');
    await clickButton('New recovery code');
    await page.waitForSelector('dialog ::-p-text(Older backups and copies still open with it)');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('dialog') === null);
    await clickButton('Remove');
    await page.waitForSelector('.button-danger[aria-disabled=false]');
    await clickButton('Remove permanently');
    await waitForRequest('passkeyRemove');
    await page.waitForSelector('::-p-text(backups of this computer, still open with it)');
    expect(await readAnnouncements(page)).toContain(
      'Passkey removed. Older copies of this browser',
    );
  });

  test('a new passphrase whose reply was lost is known to be set', async () => {
    await open('options', { lost: ['passphraseChange'] }, 'security');
    await clickButton('Change passphrase');
    await page.type('dialog [autocomplete=new-password]', PASSPHRASE);
    await clickButton('Next');
    await page.waitForSelector('dialog [autocomplete=current-password]');
    await page.type('dialog input[type=password]', 'the old one');
    await clickButton('Confirm');
    await page.waitForFunction(() => document.querySelector('dialog') === null);
    await page.waitForFunction(() => document.body.textContent?.includes('Saved.'));
  });

  test('one that was not set is not said to be', async () => {
    await open('options', { fails: { recoveryReissue: 'storage-failed' } }, 'security');
    await clickButton('New recovery code');
    await page.type('dialog input[type=password]', PASSPHRASE);
    await clickButton('Confirm');
    await page.waitForSelector('dialog ::-p-text(The browser could not save)');
  });

  test('a new recovery code whose reply was lost is said to be one nobody has', async () => {
    await open('options', { lost: ['recoveryReissue'] }, 'security');
    await clickButton('New recovery code');
    await page.type('dialog input[type=password]', PASSPHRASE);
    await clickButton('Confirm');
    await page.waitForSelector('dialog ::-p-text(the new recovery code could not be shown)');
  });

  test('old data that the browser could not erase is told of', async () => {
    await open('options', { oldData: 'left' }, 'security');
    await page.waitForSelector('::-p-text(could not erase older data from its files)');
  });

  test('Escape leaves everything as it was', async () => {
    await open('options', {}, 'security');
    await clickButton('New recovery code');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('dialog') === null);
    expect(await readRequests(page)).not.toContain('recoveryReissue');
  });
});

test('damaged accounts are deleted by a second press only', async () => {
  await open('options', { unreadable: 2 }, 'backup');
  await page.waitForSelector('::-p-text(2 accounts are damaged)');
  await clickButton('Delete unreadable accounts');
  await page.waitForSelector('.button-danger[aria-disabled=false]');
  await page.click('.button-danger');
  await waitForRequest('repairKeepReadable');
  await page.waitForFunction(() => !document.body.innerText.includes('damaged'));
});

test('the time until it locks is saved at once, and said', async () => {
  await open('options', {}, 'security');
  await page.select('select', '60');
  await waitForRequest('lockMinutes');
  await page.waitForFunction(() => document.body.textContent?.includes('Saved.'));
  expect(await readAnnouncements(page)).toContain('Saved.');
});

describe('codes hidden until pointed at', () => {
  async function hide(): Promise<void> {
    await open('options', {}, 'appearance');
    await page.click('::-p-text(Hide codes until I point at an account)');
    await open('popup', {});
  }
  afterEach(() => page.evaluate(() => localStorage.clear()));

  test('are in no accessibility text and not in the page', async () => {
    await hide();
    expect(await page.$$('.digits-now')).toEqual([]);
    const tree = JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }));
    expect(tree).not.toMatch(/\d{3}\s\d{3}/u);
  });

  test('show while their row has the focus', async () => {
    await hide();
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('.digits-now');
    expect(await page.$$eval('.digits-now', (codes) => codes.length)).toBe(1);
  });
});

describe('starting over', () => {
  test('needs the word, typed', async () => {
    await open('unlock', { vault: 'missing' });
    const isDead = (): Promise<boolean> =>
      page.$eval('.button-danger', (button) => button.hasAttribute('disabled'));
    await page.type('input[type=text]', 'start ove');
    expect(await isDead()).toBe(true);
    await page.type('input[type=text]', 'r');
    expect(await isDead()).toBe(false);
    await page.click('.button-danger');
    await waitForRequest('repairStartOver');
    await page.waitForFunction(() => document.body.textContent?.includes('Protect your codes'));
  });

  test('a vault nobody can open is given up after the word, and the first run begins', async () => {
    await open('unlock', { vault: 'locked' });
    await clickButton('Forgot your passphrase?');
    await page.waitForSelector('.button-danger[disabled]');
    await page.type('input[type=text]', 'start over');
    await page.click('.button-danger');
    await waitForRequest('vaultArchive');
    await page.waitForFunction(() => document.body.textContent?.includes('Protect your codes'));
    expect(await page.evaluate(() => document.activeElement?.getAttribute('autocomplete'))).toBe(
      'new-password',
    );
  });

  test('the recovery code comes before giving up', async () => {
    await open('unlock', { vault: 'locked' });
    await clickButton('Forgot your passphrase?');
    await clickButton('Use recovery code');
    await page.waitForFunction(() => document.activeElement?.getAttribute('dir') === 'ltr');
    expect(await page.$('input[type=password]')).toBeNull();
  });

  test.each(['missing', 'older', 'damaged'] as const)(
    'is not what a vault that is %s opens with',
    async (vault) => {
      await open('unlock', { vault });
      expect(await readRequests(page)).toEqual(['vaultState']);
      expect(await page.$('::-p-text(New passphrase)')).toBeNull();
    },
  );
});

test('an older vault, once unlocked, shows its codes and the way on', async () => {
  await open('popup', { vault: 'older', access: 'read-only' });
  await page.waitForSelector('.digits-now');
  await clickButton('Show solutions');
  await waitForRequest('unlockOpen');
});
