import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { waitForFocus } from '../harness/acts.ts';
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

test('suggested words do not lose what was typed', async () => {
  await open({ vault: 'absent' });
  await page.type('input[type=password]', PASSPHRASE);
  await page.click('::-p-aria([name="Suggest a passphrase"][role="button"])');
  await page.waitForSelector('.suggested');
  await page.click('::-p-aria([name="Suggest another"][role="button"])');
  await page.click('::-p-aria([name="Back to what I typed"][role="button"])');
  await page.waitForFunction(() => document.querySelector('.suggested') === null);
  expect(await page.$eval('input[type=password]', (input) => input.value)).toBe(PASSPHRASE);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
    'Suggest a passphrase',
  );
});

test('the buttons stand still while a passphrase is typed', async () => {
  await open({ vault: 'absent' });
  const readTops = (): Promise<readonly number[]> =>
    page.$$eval('.form .actions .button', (buttons) =>
      buttons.map((button) => button.getBoundingClientRect().top),
    );
  const before = await readTops();
  await page.type('input[type=password]', PASSPHRASE);
  await page.waitForSelector('.strength > p:not(:empty)');
  expect(await readTops()).toEqual(before);
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

test('what fails after the unlocking is said, with a way on', async () => {
  await open({ vault: 'locked' });
  await page.waitForSelector('input[type=password]');
  await page.evaluate(() => {
    window.fails['vaultState'] = 'storage-failed';
  });
  await page.type('input[type=password]', 'velvet anchor kiosk');
  await page.keyboard.press('Enter');
  await page.waitForSelector('::-p-text(The browser could not save)');
  await waitForFocus(page, '.button-primary');
  await page.evaluate(() => {
    delete window.fails['vaultState'];
  });
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.requests.includes('window.close'));
});
