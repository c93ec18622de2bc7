/** The float window, and the window on top that Chromium has for it. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { clickButton, waitForRequest } from '../harness/acts.ts';
import { readAnnouncements, readRequests } from '../harness/readings.ts';
import { showScreens } from '../harness/show-screens.ts';

const show = showScreens();

const open = (accounts: number): Promise<Page> =>
  show({ screen: 'float', size: { width: 340, height: 300 }, state: { accounts } });

const readClipboard = (page: Page): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText());

/** The digits that a window shows of its first account. */
const digitsOf = (page: Page): Promise<string> =>
  page.$eval('.digits-now', (digits) => (digits.textContent ?? '').replaceAll(/\D/gu, ''));

async function bringUp(page: Page): Promise<void> {
  const button = await page.waitForSelector('::-p-aria([name="Keep on top"][role="button"])');
  await button?.click();
  await page.waitForSelector('::-p-aria([name="Bring back"][role="button"])');
}

/** Works in the window on top, which the driver has no page for. */
function textOnTop(page: Page): Promise<string> {
  return page.evaluate(() => {
    const held: unknown = Reflect.get(window, 'documentPictureInPicture');
    const { window: top } = held as { readonly window: Window | null };
    return top?.document.body.textContent ?? '';
  });
}

test('a press copies the code, has it cleared in time, and says so once', async () => {
  const page = await open(2);
  await page.click('.float-main');
  await page.waitForSelector('.row-copied');
  expect(await readRequests(page)).toContain('clipboardClear');
  expect(await readClipboard(page)).toMatch(/^\d{6}$/);
  expect(await readAnnouncements(page)).toBe('Copied. Cleared from the clipboard in 30 seconds.');
});

test('it shows every account it was opened for, and what to do where none is pinned', async () => {
  const several = await open(3);
  expect(await several.$$('.float-code')).toHaveLength(3);
  const none = await open(0);
  const text = await none.$eval('main', (main) => main.textContent);
  expect(text).toContain('No pinned accounts');
  await none.evaluate(() => {
    window.open = (address) => {
      document.body.dataset['opened'] = String(address);
      return null;
    };
  });
  await clickButton(none, 'Open Nightlatch');
  await waitForRequest(none, 'window.close');
  expect(await none.$eval('body', ({ dataset }) => dataset['opened'])).toBe('/popup.html');
});

test('hidden codes show while the account is pointed at', async () => {
  const page = await open(2);
  await page.evaluate(() => localStorage.setItem('popup-digits', 'on-focus'));
  await page.reload();
  await page.waitForSelector('.digits-hidden');
  expect(await page.$('.digits-now')).toBeNull();
  await page.hover('.float-code');
  await page.waitForSelector('.digits-now');
  expect(await page.$$('.digits-now')).toHaveLength(1);
  await page.evaluate(() => localStorage.clear());
});

test('on top it shows the same codes with the same look, and comes back', async () => {
  const page = await open(1);
  const shown = await digitsOf(page);
  await bringUp(page);
  const texts = await textOnTop(page);
  expect(texts).toContain('maria@example.com');
  expect(texts.replaceAll(/\D/gu, '')).toContain(shown);
  expect(await page.$('.digits-now')).toBeNull();
  await page.click('.button');
  await page.waitForSelector('.digits-now');
});

test('with the lock it closes, and the window on top with it', async () => {
  const page = await open(1);
  await bringUp(page);
  await page.evaluate(() => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
    new BroadcastChannel('lock').postMessage('locked');
  });
  await page.waitForFunction(() => window.requests.includes('window.close'), { polling: 50 });
});

test('a locked vault shows no window at all', async () => {
  const page = await show({ screen: 'float', state: { vault: 'locked' } });
  await page.waitForFunction(() => window.requests.includes('window.close'), { polling: 50 });
  expect(await page.$('.digits-now')).toBeNull();
});
