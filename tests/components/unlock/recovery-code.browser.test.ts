import type { Page } from 'puppeteer-core';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { readRequests } from '../harness/readings.ts';
import { showScreens } from '../harness/show-screens.ts';

const show = showScreens();
let page: Page;

beforeEach(async () => {
  page = await show({ screen: 'unlock', state: { vault: 'absent' } });
  await page.type('input[type=password]', 'correct horse battery staple');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.sheet .recovery-code');
});

test('the window closes only after the recovery code was said to be kept', async () => {
  const done = await page.waitForSelector('::-p-aria([name="Done"][role="button"])');
  expect(await done?.evaluate((button) => button.hasAttribute('disabled'))).toBe(true);
  await page.click('input[type=checkbox]');
  await page.click('.button-primary');
  await page.waitForFunction(() => window.requests.includes('window.close'));
});

test('a file of the recovery code that the browser may not have kept is asked about, and can be saved again', async () => {
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
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.click('::-p-aria([name="Print"][role="button"])');
  await page.waitForSelector('::-p-text(Is the code on paper?)');
  await page.waitForSelector('::-p-aria([name="Print again"][role="button"])');
});

test('the recovery code says what it is for, and where its file goes before the button that saves it', async () => {
  const text = await page.$eval('.sheet', (sheet) => sheet.textContent);
  expect(text).toMatch(/It is not a backup/u);
  expect(text).toMatch(/USB stick, or print it\. Do not leave it on this computer\.Save as file/u);
});

test('a recovery code that was copied is cleared from the clipboard', async () => {
  const copy = await page.waitForSelector('::-p-aria([name="Copy"][role="button"])');
  await copy?.click();
  await page.waitForFunction(() => window.requests.includes('clipboardClear'));
});

test('on paper there is the recovery code and what it is, and nothing else', async () => {
  await page.emulateMediaType('print');
  const seen = await page.$$eval('.sheet > *', (parts) =>
    parts.filter((part) => part.checkVisibility()).map((part) => part.className),
  );
  expect(seen).toEqual(['recovery-code', 'print-only']);
});
