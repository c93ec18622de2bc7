/**
 * `npm run bench`: how much the product costs beside the least it could cost,
 * in one run of one browser. Read the ratios; the milliseconds are this
 * machine's. Nothing here can fail: noise is no defect.
 */
import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { ensureChromium } from '../e2e/driver/browser.ts';
import { buildExtension } from '../e2e/driver/build.ts';
import { launch, type DrivenBrowser } from '../e2e/driver/launch.ts';
import { addAccount, prepareVault } from '../e2e/driver/nightlatch.ts';
import { asRatio, inMs, median, printRows } from './figures.ts';
import { measureIdlePopup } from './idle/popup.ts';
import { measureIdleSite } from './idle/site.ts';
import { extensionWithBarePages } from './popup/bare.ts';
import { bundleSizes } from './popup/bytes.ts';
import { measuringTab, popupToFirstCode, timeToFirstCode } from './popup/first-code.ts';
import { measurePageCost } from './popup/page-cost.ts';
import { measureSite } from './popup/site.ts';
import { measureUnlock } from './unlock.ts';

const COUNTS = [1, 10, 100, 1000];
const ROUNDS = 15;
const POPUP_ROUNDS = 12;

async function addAccounts(driven: DrivenBrowser, from: number, to: number): Promise<void> {
  const page = await driven.openOwn('options.html');
  for (let index = from; index < to; index += 1) {
    const secret = `JBSWY3DPEHPK3PXP${index.toString(2).padStart(16, '0').replaceAll('0', 'A').replaceAll('1', 'B')}`;
    await addAccount(page, { issuer: 'TP-Link', label: `user-${index}@example.com`, secret });
  }
  await page.close();
}

/**
 * One sample of every contestant per round, so that a slow second hits all of
 * them alike; another begins each round, so that nobody always follows the same one.
 */
async function rounds(
  count: number,
  samples: Readonly<Record<string, () => Promise<number>>>,
): Promise<Readonly<Record<string, number>>> {
  const values = new Map<string, number[]>(Object.keys(samples).map((name) => [name, []]));
  const contestants = Object.entries(samples);
  // The first round fills caches and is not counted.
  for (let round = 0; round <= count; round += 1) {
    const first = round % contestants.length;
    for (const [name, sample] of [...contestants.slice(first), ...contestants.slice(0, first)]) {
      const value = await sample();
      if (round > 0) values.get(name)?.push(value);
    }
  }
  return Object.fromEntries([...values].map(([name, some]) => [name, median(some)]));
}

async function idleRow(driven: DrivenBrowser, tab: Page): Promise<string[]> {
  const own = await driven.openOwn('bare-static.html');
  await own.evaluate(() => chrome.action.setPopup({ popup: 'popup.html' }));
  await own.close();
  const cpu = await measureIdlePopup(driven, tab);
  return [
    cpu.TaskDuration,
    cpu.ScriptDuration,
    cpu.RecalcStyleDuration,
    cpu.LayoutDuration,
    cpu.Compositor,
  ].map((ms) => ms.toFixed(1));
}

async function measurePopup(driven: DrivenBrowser): Promise<void> {
  const tab = await measuringTab(driven);
  const contestants = (open: typeof timeToFirstCode) => ({
    static: () => open(driven, tab, 'bare-static.html', 'warm'),
    preact: () => open(driven, tab, 'bare-preact.html', 'warm'),
    warm: () => open(driven, tab, 'popup.html', 'warm'),
    coldPreact: () => open(driven, tab, 'bare-preact.html', 'cold'),
    cold: () => open(driven, tab, 'popup.html', 'cold'),
  });
  const head = [
    'accounts',
    'bare static',
    'bare Preact',
    'warm',
    'warm : Preact',
    'cold Preact',
    'cold',
    'cold : cold Preact',
  ];
  const pageRows = [head];
  const popupRows = [head];
  const cpuRows = [['accounts', 'main thread', 'script', 'styles', 'layout', 'compositor']];
  const row = (count: number, of: Readonly<Record<string, number>>): string[] => {
    const { static: bare = 0, preact = 0, warm = 0, coldPreact = 0, cold = 0 } = of;
    return [
      String(count),
      ...[bare, preact, warm].map(inMs),
      asRatio(warm, preact),
      ...[coldPreact, cold].map(inMs),
      asRatio(cold, coldPreact),
    ];
  };
  let present = 0;
  for (const count of COUNTS) {
    await addAccounts(driven, present, count);
    present = count;
    pageRows.push(row(count, await rounds(ROUNDS, contestants(timeToFirstCode))));
    popupRows.push(row(count, await rounds(POPUP_ROUNDS, contestants(popupToFirstCode))));
    cpuRows.push([String(count), ...(await idleRow(driven, tab))]);
  }
  await tab.close();
  printRows(`Popup page to first code, median of ${ROUNDS}`, pageRows);
  printRows(`Toolbar press to first code in the real popup, median of ${POPUP_ROUNDS}`, popupRows);
  printRows('CPU of the real popup just staying open, ms per second of a whole step', cpuRows);
}

process.env['CHROMIUM_PATH'] = ensureChromium();
const extension = await extensionWithBarePages(buildExtension());
try {
  const driven = await launch({ extension });
  await prepareVault(driven, []);
  const page = await driven.openOwn('bare-static.html');
  await page.evaluate(() => chrome.storage.local.set({ bare: '12345678901234567890' }));
  await page.close();
  await measurePopup(driven);
  await driven.close();
  await measureSite(extension);
  await measurePageCost(extension);
  await measureIdleSite(extension);
  await measureUnlock(extension);
  printRows('Script of each bundle, with all it imports', [
    ['', 'minified', 'gzip'],
    ...bundleSizes(extension).map(({ name, bytes, gzipBytes }) => [
      name,
      `${(bytes / 1000).toFixed(1)} kB`,
      `${(gzipBytes / 1000).toFixed(1)} kB`,
    ]),
  ]);
} finally {
  rmSync(extension, { recursive: true });
}
