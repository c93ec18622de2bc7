/**
 * How long unlocking takes, in a real Chromium: from the press of Enter, or
 * from the end of the touch, until the window says that it is open. Also run
 * by itself: `node tests/bench/unlock.ts`.
 */
import type { Page } from 'puppeteer-core';
import { ensureChromium } from '../e2e/driver/browser.ts';
import { buildExtension } from '../e2e/driver/build.ts';
import { launch, type DrivenBrowser } from '../e2e/driver/launch.ts';
import { askAsOwnPage, english, PASSPHRASE } from '../e2e/driver/nightlatch.ts';
import { plugIn } from '../e2e/unlock-by-touch/authenticator.ts';
import { inMs, median, printRows } from './figures.ts';

const ROUNDS = 7;

declare global {
  interface Window {
    /** ms from the user's part to the words that say it is open. */
    unlockedMs?: Promise<number>;
  }
}

/** Runs before the page's own scripts. */
function watchUnlocking(openWords: string): void {
  window.close = () => {};
  let startMs = Number.NaN;
  document.addEventListener(
    'submit',
    () => {
      startMs = performance.now();
    },
    true,
  );
  const { prototype } = CredentialsContainer;
  const touch = Object.getOwnPropertyDescriptor(prototype, 'get')?.value as typeof prototype.get;
  prototype.get = async function get(options) {
    const credential = await touch.call(this, options);
    startMs = performance.now();
    return credential;
  };
  window.unlockedMs = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.documentElement.textContent.includes(openWords)) return;
      observer.disconnect();
      resolve(performance.now() - startMs);
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  });
}

/** The window for keys in a tab, over a vault with one way in. */
async function openWindow(driven: DrivenBrowser, way: 'passphrase' | 'passkey'): Promise<Page> {
  const page = await driven.openOwn('unlock.html');
  await page.evaluateOnNewDocument(watchUnlocking, english('unlock_done'));
  await page.reload({ waitUntil: 'domcontentloaded' });
  await page.bringToFront();
  if (way === 'passphrase') {
    await askAsOwnPage(page, 'createVault', { kind: 'passphrase', passphrase: PASSPHRASE });
    return page;
  }
  await plugIn(page);
  await pressButton(page, 'unlock_protect_passkey');
  await page.waitForSelector('.recovery-code');
  return page;
}

function pressButton(page: Page, key: Parameters<typeof english>[0]): Promise<void> {
  return page.locator(`::-p-aria([name="${english(key)}"][role="button"])`).click();
}

async function sample(
  driven: DrivenBrowser,
  page: Page,
  way: 'passphrase' | 'passkey',
  background: 'warm' | 'cold',
): Promise<number> {
  await askAsOwnPage(page, 'lock', {});
  await page.reload({ waitUntil: 'domcontentloaded' });
  await page.waitForSelector('input[type=password]');
  if (background === 'cold') await driven.killWorker();
  if (way === 'passphrase') {
    await page.type('input[type=password]', PASSPHRASE);
    await page.keyboard.press('Enter');
  } else {
    await pressButton(page, 'unlock_by_passkey');
  }
  return (await page.evaluate(() => window.unlockedMs)) ?? Number.NaN;
}

/** Prints a row for each way in. */
export async function measureUnlock(extension: string): Promise<void> {
  const rows = [['', 'warm', 'worst', 'cold', 'worst', 'bar']];
  for (const way of ['passphrase', 'passkey'] as const) {
    const driven = await launch({ extension });
    const page = await openWindow(driven, way);
    const cells: string[] = [];
    for (const background of ['warm', 'cold'] as const) {
      const values: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        values.push(await sample(driven, page, way, background));
      }
      cells.push(inMs(median(values)), inMs(Math.max(...values)));
    }
    rows.push([way, ...cells, way === 'passphrase' ? '1000 ms' : '150 ms']);
    await driven.close();
  }
  printRows(`Enter or touch to an open vault, median of ${ROUNDS}`, rows);
}

if (import.meta.main) {
  process.env['CHROMIUM_PATH'] = ensureChromium();
  await measureUnlock(buildExtension());
}
