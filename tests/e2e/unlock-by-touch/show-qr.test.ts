/** An account's own QR code shows only after one more proof; a touch of the passkey is one. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitForText } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { addAccount, askAsOwnPage, english, replyOf } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import { plugIn, type Authenticator } from './authenticator.ts';
import { findStored, store } from '../driver/own-state.ts';

/** By a timer, and in the page: the end of another debugger's session would unplug the authenticator. */
const POLLED = { polling: 100 };

let driven: DrivenBrowser;
let page: Page;
let authenticator: Authenticator;
let id: string;

beforeAll(async () => {
  driven = await launch();
  page = await driven.openOwn('unlock.html');
  authenticator = await plugIn(page);
  await press('unlock_protect_passkey');
  await page.waitForFunction(() => document.querySelector('.recovery-code') !== null, POLLED);
  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
  id = await addAccount(page, { issuer: 'VIGI', label: 'maria', secret });
});
afterAll(() => driven.close());

async function press(key: Parameters<typeof english>[0]): Promise<void> {
  const button = await page.waitForSelector(`::-p-aria([name="${english(key)}"][role="button"])`);
  await button?.click();
}

const isQr = (): Promise<boolean> => page.evaluate(() => document.querySelector('.qr') !== null);

test('a touch shows it', async () => {
  await store(page, 'session', { 'qr-account': id });
  await page.bringToFront();
  await page.goto(driven.urlOf('qr.html'), { waitUntil: 'domcontentloaded' });
  await press('unlock_by_passkey');
  await until('the QR code', async () => ((await isQr()) ? true : undefined));
});

test('without user verification it does not', async () => {
  await page.reload({ waitUntil: 'domcontentloaded' });
  await authenticator.session.send('WebAuthn.setUserVerified', {
    authenticatorId: authenticator.id,
    isUserVerified: false,
  });
  await press('unlock_by_passkey');
  await page.waitForFunction(
    () => document.body.textContent?.includes('passkey was not used'),
    POLLED,
  );
  expect(await isQr()).toBe(false);
});

test('an open vault alone is no proof, nor is a passkey of somebody else', async () => {
  const forged = {
    kind: 'passkey',
    credentialId: btoa('0123456789abcdef'),
    prf: btoa('x'.repeat(32)),
  };
  expect((await replyOf(page, 'showQr', { id })).ok).toBe(false);
  const reply = await replyOf(page, 'showQr', { id, proof: forged });
  expect(JSON.stringify(reply)).not.toContain('rows');
});

test('the popup opens a window for it, whose address says nothing of the account, and which a lock closes', async () => {
  await page.goto(driven.urlOf('guide.html'), { waitUntil: 'domcontentloaded' });
  await askAsOwnPage(page, 'qrWindow', { id });
  const window = await driven.waitForWindow('qr.html');
  expect(window.url()).toBe(driven.urlOf('qr.html'));
  await waitForText(window, /VIGI/);
  expect(await window.evaluate(() => document.querySelector('.qr'))).toBeNull();
  await askAsOwnPage(page, 'lock', {});
  await until('the window to close', async () => window.isClosed() || undefined);
  await until('the account to be forgotten', async () =>
    (await findStored(page, 'session', 'qr-account')) === undefined ? true : undefined,
  );
});
