import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { plugIn, type Authenticator } from './authenticator.ts';
import { askAsOwnPage, replyOf } from '../driver/nightlatch.ts';
import { stateOf } from '../vault/own-page.ts';

/** By a timer: a tab that is not in front gets no frames. */
const POLLED = { polling: 100 };
const PASSPHRASE = 'velvet anchor kiosk pancake mural';

let driven: DrivenBrowser;
let page: Page;
let authenticator: Authenticator;

async function press(words: string): Promise<void> {
  const button = await page.waitForSelector(`::-p-text(${words})`);
  await button?.click();
}

/** The page of the window for keys, locked anew. */
async function lockAndReload(): Promise<void> {
  await askAsOwnPage(page, 'lock', {});
  await page.reload({ waitUntil: 'domcontentloaded' });
  await page.waitForSelector('input[type=password]');
}

beforeAll(async () => {
  driven = await launch();
  page = await driven.openOwn('unlock.html');
  // The window closes itself when done; the test goes on looking at it.
  await page.evaluateOnNewDocument(() => {
    window.close = () => {};
  });
  await page.reload({ waitUntil: 'domcontentloaded' });
  authenticator = await plugIn(page);
});
afterAll(() => driven.close());

test('first run: a touch protects the codes, and a recovery code is shown', async () => {
  await press('Use a passkey instead');
  const sheet = await page.waitForSelector('.recovery-code');
  expect(await sheet?.evaluate((code) => code.textContent)).toMatch(/\w{4}/u);
  expect(await stateOf(page)).toBe('open');
});

/** What the touch brought, as it was sent: whoever had kept it could send it again. */
let touched: Readonly<Record<string, unknown>> | undefined;

test('a touch unlocks', async () => {
  await lockAndReload();
  expect(await stateOf(page)).toBe('locked');
  await page.evaluate(() => {
    const send = chrome.runtime.sendMessage.bind(chrome.runtime);
    const sent: object[] = [];
    Object.assign(window, { sent });
    const kept = (message: object): Promise<unknown> => {
      sent.push(message);
      return send(message);
    };
    Object.assign(chrome.runtime, { sendMessage: kept });
  });
  await press('Unlock with passkey');
  await page.waitForFunction(() => document.body.textContent?.includes('is unlocked'), POLLED);
  expect(await stateOf(page)).toBe('open');
  touched = await page.evaluate(() => {
    const sent = Reflect.get(window, 'sent') as { name: string; ask: Record<string, unknown> }[];
    return sent.find(({ name }) => name === 'unlock')?.ask;
  });
  expect(touched).toMatchObject({ kind: 'passkey' });
});

test('another passkey of the same computer opens nothing, nor does ours with another answer', async () => {
  await lockAndReload();
  const answer = await replyOf(page, 'unlock', {
    kind: 'passkey',
    credentialId: btoa('0123456789abcdef'),
    prf: btoa('x'.repeat(32)),
  });
  expect(answer).toEqual({ ok: true, value: { kind: 'wrong' } });
  const forged = { ...touched, prf: btoa('x'.repeat(32)) };
  expect(await replyOf(page, 'unlock', forged)).toEqual({ ok: true, value: { kind: 'wrong' } });
  expect(await stateOf(page)).toBe('locked');
});

test('in the settings: a passphrase is set by touch, and the passkey gets a name', async () => {
  await press('Unlock with passkey');
  await page.waitForFunction(() => document.body.textContent?.includes('is unlocked'), POLLED);
  await page.goto(driven.urlOf('options.html#security'), { waitUntil: 'domcontentloaded' });

  await press('Change passphrase');
  const field = await page.waitForSelector('dialog [autocomplete=new-password]');
  await field?.type(PASSPHRASE);
  await press('Next');
  await press('Unlock with passkey');
  await page.waitForFunction(() => document.querySelector('dialog') === null, POLLED);

  const name = await page.waitForSelector('.card input');
  await name?.click({ count: 3 });
  await name?.type('Key on my ring');
  await press('Rename');
  await page.waitForFunction(() => document.body.textContent?.includes('Saved.'), POLLED);
});

test('without user verification it does not, and says what to do', async () => {
  await page.goto(driven.urlOf('unlock.html'), { waitUntil: 'domcontentloaded' });
  await lockAndReload();
  // Last of all touches: a failed verification blocks the authenticator for good.
  await authenticator.session.send('WebAuthn.setUserVerified', {
    authenticatorId: authenticator.id,
    isUserVerified: false,
  });
  await press('Unlock with passkey');
  await page.waitForFunction(
    () => document.body.textContent?.includes('passkey was not used'),
    POLLED,
  );
  expect(await stateOf(page)).toBe('locked');
});

test('the passphrase opens as well, and a removed passkey is offered no more', async () => {
  await page.type('input[type=password]', PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.body.textContent?.includes('is unlocked'), POLLED);
  await page.goto(driven.urlOf('options.html#security'), { waitUntil: 'domcontentloaded' });

  const remove = await page.waitForSelector('.card .button-quiet');
  await remove?.click();
  const sure = await page.waitForSelector('.button-danger[aria-disabled=false]');
  await sure?.click();
  await page.waitForFunction(() => document.body.textContent?.includes('Passkey removed'), POLLED);

  await page.goto(driven.urlOf('unlock.html'), { waitUntil: 'domcontentloaded' });
  await lockAndReload();
  expect(await page.$$eval('button', (all) => all.map((one) => one.textContent))).not.toContain(
    'Unlock with passkey',
  );
  expect(await replyOf(page, 'unlock', { ...touched })).toEqual({
    ok: true,
    value: { kind: 'wrong' },
  });
  expect(await stateOf(page)).toBe('locked');
});
