import type { Page } from 'puppeteer-core';
import { launch, type DrivenBrowser } from '../../e2e/driver/launch.ts';
import { prepareVault } from '../../e2e/driver/nightlatch.ts';
import {
  enrolledAccount,
  openEnrolment,
  PORTAL,
  signIn,
  waitForFilled,
  waitForSignedIn,
} from '../../e2e/driver/stand-in.ts';
import { startSimulator } from '../../simulator/server.ts';
import { inMs, median, printRows } from '../figures.ts';

const SAMPLES = 9;
const USER = 'enrolled@example.com';

declare global {
  interface Window {
    /** ms from the first sight of the thing awaited to our answer to it. */
    answeredMs?: Promise<number>;
  }
}

/** In the page: from the code field being laid out to the digits being in it. */
function watchFill(selector: string): void {
  window.answeredMs = new Promise((resolve) => {
    let seenMs: number | undefined;
    const look = (): void => {
      const field = document.querySelector(selector);
      if (seenMs === undefined && field?.checkVisibility()) seenMs = performance.now();
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
    document.addEventListener(
      'input',
      ({ target }) => {
        const isFull = target instanceof HTMLInputElement && /^\d{6}$/.test(target.value);
        if (isFull && seenMs !== undefined) resolve(performance.now() - seenMs);
      },
      true,
    );
  });
}

/** In the page: from the QR being there to our card, the only popover of the page, being open. */
function watchCard(selector: string): void {
  window.answeredMs = new Promise((resolve) => {
    let seenMs: number | undefined;
    const look = (): void => {
      if (seenMs === undefined && document.querySelector(selector)?.checkVisibility()) {
        seenMs = performance.now();
        // The card's host opens without a mutation we could see: ask every frame from here on.
        const ask = (): void => {
          if (document.querySelector(':popover-open') && seenMs !== undefined) {
            resolve(performance.now() - seenMs);
          } else requestAnimationFrame(ask);
        };
        ask();
      }
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
  });
}

/**
 * The product never gives one account's code twice in its step; a bench that
 * waited 30 s per sample would take an hour. So its memory of it is wiped.
 */
async function forgetReleased(driven: DrivenBrowser): Promise<void> {
  const own = await driven.openOwn('options.html');
  await own.evaluate(async () => {
    const keys = Object.keys(await chrome.storage.session.get());
    await chrome.storage.session.remove(keys.filter((key) => key.includes('released')));
  });
  await own.close();
}

async function answer(page: Page): Promise<number> {
  return (await page.evaluate(() => window.answeredMs)) ?? Number.NaN;
}

/** Prompt in view to field filled; QR in view to card in view; both at the stand-in. */
export async function measureSite(extension: string): Promise<void> {
  const simulator = await startSimulator({ config: { flow: 'G1', replay: 'allowed' } });
  const driven = await launch({ simulator, extension });
  await prepareVault(driven, [enrolledAccount(simulator, USER)]);
  const fills = { warm: [] as number[], cold: [] as number[] };
  const cards = { warm: [] as number[], cold: [] as number[] };
  for (let round = 0; round <= SAMPLES; round += 1) {
    for (const state of ['warm', 'cold'] as const) {
      await forgetReleased(driven);
      const page = await driven.newPage();
      await page.evaluateOnNewDocument(watchFill, '#form_item_code');
      if (state === 'cold') {
        // The log-in itself wakes the background: the kill comes with the prompt already asked for.
        simulator.config({ latencyMs: 300 });
      }
      await signIn(page, USER);
      if (state === 'cold') await driven.killWorker();
      await waitForFilled(page);
      const ms = await answer(page);
      simulator.config({ latencyMs: 0 });
      if (round > 0) fills[state].push(ms);
      await page.close();
    }
  }
  simulator.reset();
  simulator.config({ flow: 'G1' });
  const page = await driven.newPage();
  await page.evaluateOnNewDocument(watchCard, '.sim-qr canvas');
  await signIn(page, 'maria@example.com', PORTAL);
  await waitForSignedIn(page);
  for (let round = 0; round <= SAMPLES; round += 1) {
    for (const state of ['warm', 'cold'] as const) {
      await page.reload();
      await waitForSignedIn(page);
      if (state === 'cold') await driven.killWorker();
      await openEnrolment(page);
      const ms = await answer(page);
      if (round > 0) cards[state].push(ms);
    }
  }
  await driven.close();
  await simulator.stop();
  const row = (name: string, of: typeof fills): string[] => [
    name,
    inMs(median(of.warm)),
    inMs(median(of.cold)),
  ];
  printRows(`On the page, median of ${SAMPLES}`, [
    ['', 'warm background', 'cold background'],
    row('prompt visible → field filled', fills),
    row('QR visible → card visible', cards),
  ]);
}
