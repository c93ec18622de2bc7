import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readRequests } from '../harness/readings.ts';
import type { ScreenState } from '../harness/screen-state.ts';
import { ScreenHarness } from '../harness/harness.ts';

let harness: ScreenHarness;
let page: Page;
beforeAll(async () => {
  harness = await ScreenHarness.open();
});
afterAll(() => harness.close());
afterEach(() => page.close());

async function open(state: Partial<ScreenState>): Promise<void> {
  page = await harness.show({ screen: 'unlock', state });
}

const PASSPHRASE = 'correct horse battery staple';

async function protect(): Promise<void> {
  const [first, second] = await page.$$('input[type=password]');
  await first?.type(PASSPHRASE);
  await second?.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.recovery-code');
}

test('password managers and paste are welcome', async () => {
  await open({ vault: 'absent' });
  expect(
    await page.$$eval('input[type=password]', (inputs) =>
      inputs.map((input) => input.getAttribute('autocomplete')),
    ),
  ).toEqual(['new-password', 'new-password']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), PASSPHRASE);
  await page.focus('input[type=password]');
  await page.keyboard.down('Control');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
  expect(await page.$eval('input[type=password]', (input) => input.value)).toBe(PASSPHRASE);
});

test('two different passphrases make no vault; shown, one is enough', async () => {
  await open({ vault: 'absent' });
  const [first, second] = await page.$$('input[type=password]');
  await first?.type(PASSPHRASE);
  await second?.type('something else');
  await page.keyboard.press('Enter');
  expect(await readRequests(page)).toEqual(['vaultState']);
  await page.click('[aria-pressed=false]');
  await page.click('[type=submit]');
  await page.waitForSelector('.recovery-code');
  expect(await readRequests(page)).toContain('createVault');
});

test('a passphrase that is easy to guess makes no vault, and says what to do', async () => {
  await open({ vault: 'absent' });
  const [first, second] = await page.$$('input[type=password]');
  await first?.type('Passw0rd!');
  await second?.type('Passw0rd!');
  await page.keyboard.press('Enter');
  await page.waitForSelector('::-p-text(This passphrase is too easy to guess)');
  expect(await readRequests(page)).toEqual(['vaultState']);
});

test('the window closes only after the recovery code was said to be kept', async () => {
  await open({ vault: 'absent' });
  await protect();
  expect(await page.$eval('.button-primary', (done) => done.hasAttribute('disabled'))).toBe(true);
  await page.click('input[type=checkbox]');
  await page.click('.button-primary');
  await page.waitForFunction(() => window.requests.includes('window.close'));
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
