import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickControl, readPageText, typeInto, waitForText } from '../e2e/driver/controls.ts';
import { launchFirefox, type FirefoxBrowser } from '../e2e/driver/firefox/launch.ts';
import { english } from '../e2e/driver/nightlatch.ts';

let driven: FirefoxBrowser;
beforeAll(async () => {
  driven = await launchFirefox();
});
afterAll(() => driven.close());

test('a closed shadow root is read and pressed like the rest of the page', async () => {
  const page = await driven.newPage('about:blank');
  await page.evaluate(() => {
    const host = document.body.appendChild(document.createElement('div'));
    const root = host.attachShadow({ mode: 'closed' });
    const button = root.appendChild(document.createElement('button'));
    button.textContent = 'Press me';
    button.addEventListener('click', (event) => {
      button.textContent = event.isTrusted ? 'trusted press' : 'forged press';
    });
  });
  await clickControl(page, { role: 'button', name: 'Press me' });
  expect(await readPageText(page)).toBe('trusted press');
  await page.close();
});

test('typing arrives as trusted key presses', async () => {
  const page = await driven.newPage('about:blank');
  await page.setContent('<input id="field">');
  await typeInto(page, '#field', 'abc');
  expect(await page.$eval('#field', (field) => (field as HTMLInputElement).value)).toBe('abc');
  await page.close();
});

test('the toolbar button opens the real popup, also over a background that has ended', async () => {
  const page = await driven.newPage('about:blank');
  await driven.killWorker();
  const popup = await driven.openPopup(page);
  await waitForText(popup, english('codes_empty_title'));
  await page.close();
});
