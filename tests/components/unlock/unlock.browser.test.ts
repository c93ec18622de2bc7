import type { Page } from 'puppeteer-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readRequests } from '../harness/readings.ts';
import type { ScreenState } from '../harness/screen-state.ts';
import { showScreens } from '../harness/show-screens.ts';

const show = showScreens();
let page: Page;

async function open(state: Partial<ScreenState>): Promise<void> {
  page = await show({ screen: 'unlock', state });
}

const PASSPHRASE = 'correct horse battery staple';

async function protect(): Promise<void> {
  await page.type('input[type=password]', PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.sheet .recovery-code');
}

test('password managers and paste are welcome', async () => {
  await open({ vault: 'absent' });
  expect(
    await page.$$eval('input[type=password]', (inputs) =>
      inputs.map((input) => input.getAttribute('autocomplete')),
    ),
  ).toEqual(['new-password']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), PASSPHRASE);
  await page.focus('input[type=password]');
  await page.keyboard.down('Control');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
  expect(await page.$eval('input[type=password]', (input) => input.value)).toBe(PASSPHRASE);
});

test('one field is enough, and it can show what it holds', async () => {
  await open({ vault: 'absent' });
  await page.type('input[type=password]', PASSPHRASE);
  await page.click('[aria-pressed=false]');
  expect(await page.$eval('input[autocomplete=new-password]', (input) => input.type)).toBe('text');
  await page.click('[type=submit]');
  await page.waitForSelector('.sheet .recovery-code');
  expect(await readRequests(page)).toContain('createVault');
});

test('suggested words stand whole in a box that can be copied, and go when others are typed', async () => {
  await open({ vault: 'absent' });
  await page.click('::-p-aria([name="Suggest a passphrase"][role="button"])');
  const box = await page.waitForSelector('.suggested .recovery-code');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Suggest another');
  const suggested = (await box?.evaluate((shown) => shown.textContent)) ?? '';
  expect(suggested.split(' ').length).toBeGreaterThanOrEqual(6);
  expect(await page.$eval('input[autocomplete=new-password]', (input) => input.value)).toBe(
    suggested,
  );
  expect(await box?.evaluate((shown) => shown.scrollWidth <= shown.clientWidth)).toBe(true);
  await page.click('::-p-aria([name="Copy words"][role="button"])');
  await page.waitForFunction(() => window.requests.includes('clipboardClear'));
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(suggested);
  await page.type('input[autocomplete=new-password]', 'x');
  await page.waitForFunction(() => document.querySelector('.suggested') === null);
});

test('how strong it is and that the recovery code is kept are remembered in the vault', async () => {
  await open({ vault: 'absent' });
  await protect();
  const readNotes = async () =>
    (await readRequests(page)).filter((name) => name === 'healthNote').length;
  await page.waitForFunction(() => window.requests.includes('healthNote'));
  expect(await readNotes()).toBe(1);
  await page.click('::-p-aria([name="Save as file"][role="button"])');
  await page.click('::-p-aria([name="Done"][role="button"])');
  await page.waitForFunction(() => window.requests.includes('window.close'));
  expect(await readNotes()).toBe(2);
});

test('a passphrase that is easy to guess makes no vault, and says what to do', async () => {
  await open({ vault: 'absent' });
  await page.type('input[type=password]', 'Passw0rd!');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[aria-invalid=true]');
  await page.waitForSelector('::-p-text(This passphrase is too easy to guess)');
  expect(await readRequests(page)).not.toContain('createVault');
});

test('a vault that was made, and whose reply was lost, is said to be there', async () => {
  await open({ vault: 'absent', lost: ['createVault'] });
  await page.type('input[type=password]', PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.waitForSelector('::-p-text(the new recovery code could not be shown)');
});

test('the window closes only after the recovery code was said to be kept', async () => {
  await open({ vault: 'absent' });
  await protect();
  const done = await page.waitForSelector('::-p-aria([name="Done"][role="button"])');
  expect(await done?.evaluate((button) => button.hasAttribute('disabled'))).toBe(true);
  await page.click('input[type=checkbox]');
  await page.click('.button-primary');
  await page.waitForFunction(() => window.requests.includes('window.close'));
});

test('a file of the recovery code that the browser may not have kept is asked about, and can be saved again', async () => {
  await open({ vault: 'absent' });
  await protect();
  const session = await page.createCDPSession();
  onTestFinished(() => session.detach());
  // As when the user cancels the download.
  await session.send('Browser.setDownloadBehavior', { behavior: 'deny' });
  await page.click('::-p-aria([name="Save as file"][role="button"])');
  await page.waitForSelector('::-p-text(is it there?)');
  expect(await page.$eval('.sheet', (sheet) => sheet.textContent)).not.toMatch(/Saved as/u);
  // Nobody but the user says that it is kept.
  expect(await page.$('input[type=checkbox]')).toBeNull();
  expect(await readRequests(page)).not.toContain('window.close');
  await page.click('::-p-aria([name="Save again"][role="button"])');
  await page.waitForSelector('::-p-text(is it there?)');
});

test('a print that may have been cancelled is asked about, too', async () => {
  await open({ vault: 'absent' });
  await protect();
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.click('::-p-aria([name="Print"][role="button"])');
  await page.waitForSelector('::-p-text(Is the code on paper?)');
  await page.waitForSelector('::-p-aria([name="Print again"][role="button"])');
});

test('the recovery code says what it is for, and where its file goes before the button that saves it', async () => {
  await open({ vault: 'absent' });
  await protect();
  const text = await page.$eval('.sheet', (sheet) => sheet.textContent);
  expect(text).toMatch(/It is not a backup/u);
  expect(text).toMatch(/USB stick, or print it\. Do not leave it on this computer\.Save as file/u);
});

test('a recovery code that was copied is cleared from the clipboard', async () => {
  await open({ vault: 'absent' });
  await protect();
  const copy = await page.waitForSelector('::-p-aria([name="Copy"][role="button"])');
  await copy?.click();
  await page.waitForFunction(() => window.requests.includes('clipboardClear'));
});

test('what the popup said save to is saved as soon as there is a vault', async () => {
  await open({ vault: 'absent', review: 'waiting' });
  await protect();
  await page.waitForFunction(() => window.requests.includes('saveScan'));
});

test('an account of the same name is asked about, not saved by itself', async () => {
  await open({ vault: 'locked', review: 'waiting', duplicate: 'same-name' });
  await page.type('input[type=password]', PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.body.textContent?.includes('Keep both'));
  expect(await readRequests(page)).not.toContain('saveScan');
});

test('after unlocking the window closes itself', async () => {
  await open({ vault: 'locked' });
  await page.type('input[type=password]', PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.requests.includes('window.close'));
});

describe('what is said of a passphrase', () => {
  const clickButton = (name: string): Promise<void> =>
    page.click(`::-p-aria([name="${name}"][role="button"])`);

  test.each([
    ['wrong', { unlock: 'wrong' }, '[aria-invalid=true]'],
    ['not tried', { fails: { unlock: 'storage-failed' } }, '.note-error'],
    ['too many', { unlock: 'delayed' }, '.note-warning'],
  ] as const)('is not said of a recovery code: %s', async (_what, state, said) => {
    await open({ vault: 'locked', ...state });
    await page.type('input[type=password]', 'not this one');
    await page.keyboard.press('Enter');
    await page.waitForSelector(said);
    await clickButton('Use recovery code');
    await page.waitForSelector('input[dir=ltr]');
    expect(await page.$(said)).toBeNull();
    await page.type('input[dir=ltr]', '0000');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => window.requests.filter((name) => name === 'unlock').length === 2,
    );
  });

  test('is over once the field has come back empty', async () => {
    await open({ vault: 'locked', unlock: 'wrong' });
    await page.type('input[type=password]', 'not this one');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[aria-invalid=true]');
    await clickButton('Use recovery code');
    await clickButton('Use passphrase');
    await page.waitForSelector('input[type=password]');
    expect(await page.$('[aria-invalid=true]')).toBeNull();
  });
});

test('nothing of the passphrase or the recovery code is in the address', async () => {
  await open({ vault: 'absent' });
  const before = page.url();
  await protect();
  expect(page.url()).toBe(before);
});

test('on paper there is the recovery code and what it is, and nothing else', async () => {
  await open({ vault: 'absent' });
  await protect();
  await page.emulateMediaType('print');
  const seen = await page.$$eval('.sheet > *', (parts) =>
    parts.filter((part) => part.checkVisibility()).map((part) => part.className),
  );
  expect(seen).toEqual(['recovery-code', 'print-only']);
});

test('what fails after the unlocking is said, with a way on', async () => {
  await open({ vault: 'locked' });
  await page.waitForSelector('input[type=password]');
  await page.evaluate(() => {
    window.fails['vaultState'] = 'storage-failed';
  });
  await page.type('input[type=password]', 'velvet anchor kiosk');
  await page.keyboard.press('Enter');
  await page.waitForSelector('::-p-text(The browser could not save)');
  await page.waitForSelector('.button-primary:focus');
  await page.evaluate(() => {
    delete window.fails['vaultState'];
  });
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.requests.includes('window.close'));
});
