import type { Page } from 'puppeteer-core';
import { openEnrolment, waitForScreen, waitForElement, signIn } from '../../simulator/person.ts';
import type { PendingEnrolment } from '../../simulator/control.ts';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { readPageText, waitForText } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { english, prepareVault } from '../driver/nightlatch.ts';
import { readCodeField, PORTAL } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import { findStored, store } from '../driver/own-state.ts';

/** Has no 2FA: any number of enrolments can be opened. */
export const USER = 'maria@example.com';
/** What the card says of an ordinary enrolment of this user. */
export const ORDINARY = `TP-Link · ${USER}`;

/** One browser in which the user is signed in, an open empty vault, and one page used again and again. */
export interface QrFixture {
  readonly simulator: Simulator;
  readonly driven: DrivenBrowser;
  readonly page: Page;
  /** A page of ours, to ask the background by. */
  readonly own: Page;
  close(): Promise<void>;
}

export async function openQrFixture(): Promise<QrFixture> {
  const simulator = await startSimulator({ config: { flow: 'G1' } });
  const driven = await launch({ simulator });
  await prepareVault(driven, []);
  const own = await driven.openOwn('options.html');
  const page = await driven.newPage(PORTAL);
  await signIn(page, USER);
  await waitForElement(page, '#sign-out');
  return {
    simulator,
    driven,
    page,
    own,
    async close() {
      await driven.close();
      await simulator.stop();
    },
  };
}

/** From now on the page has this many device pixels per CSS pixel. */
export async function setRatio(page: Page, deviceScaleFactor: number): Promise<void> {
  await page.setViewport({ width: 1280, height: 860, deviceScaleFactor });
}

/** Walks to the QR code under these switches, at this many device pixels per CSS pixel. */
export async function showQr(page: Page, query: string, ratio = 1): Promise<void> {
  await page.bringToFront();
  await setRatio(page, ratio);
  const address = `${PORTAL}?${query}`;
  // The very same address again would only be a jump to its hash.
  if (page.url().split('#')[0] === address) await page.goto('about:blank');
  await page.goto(`${address}#/admin/account`);
  await openEnrolment(page);
}

/** The card stands in the page and offers to save exactly this account. */
export async function waitForOffer(page: Page, account: string): Promise<void> {
  await waitForText(page, `${english('offer_found')} ${account}`);
}

/** The enrolment shown last, as the server knows it. */
export function newestEnrolment(simulator: Simulator): PendingEnrolment {
  const newest = simulator.pendingCodes().at(-1);
  if (newest === undefined) throw new Error('no enrolment is shown');
  return newest;
}

/** After as long as it takes to offer a genuine code in another window, this page shows nothing of ours. */
export async function expectSilence(fixture: QrFixture): Promise<void> {
  const other = await fixture.driven.browser.newPage({ type: 'window' });
  await showQr(other, '');
  await waitForOffer(other, ORDINARY);
  await other.close();
  await fixture.page.bringToFront();
  await waitForScreen(fixture.page, 'token');
  const text = await readPageText(fixture.page);
  for (const key of ['offer_found', 'offer_failed', 'offer_unreadable'] as const) {
    if (text.includes(english(key))) throw new Error(`the page shows: ${text}`);
  }
}

/** The texts the background holds now, of which each may still be saved. */
async function capturedTexts(own: Page): Promise<readonly string[]> {
  const scans = (await findStored(own, 'session', 'scans')) ?? {};
  return Object.values(scans as Record<string, { uri: string }>).map(({ uri }) => uri);
}

/** Waits until the text of the QR code now shown was read by the background. */
export function waitForScan(own: Page, uri: string): Promise<true> {
  return until('the QR code to be read', async () =>
    (await capturedTexts(own)).includes(uri) ? true : undefined,
  );
}

/**
 * The page shows another secret in the place of the present one, at the size
 * the stand-in's `qrSize` has now, and the card takes it: the card drops what
 * it offered before in the moment in which it offers the new one.
 */
export async function replaceOffer({ page, own, simulator }: QrFixture): Promise<void> {
  const former = newestEnrolment(simulator).uri;
  simulator.replaceCodes();
  const newest = await until('another secret', () => {
    const { uri } = newestEnrolment(simulator);
    return uri === former ? undefined : uri;
  });
  await waitForScan(own, newest);
  await until('the card to drop the former secret', async () =>
    (await capturedTexts(own)).includes(former) ? undefined : true,
  );
  await waitForOffer(page, ORDINARY);
}

/** Makes every scan of the background this much older, as if the user had been away. */
export async function letCapturesAge(own: Page, minutes: number): Promise<void> {
  const scans = (await findStored(own, 'session', 'scans')) as Record<string, { atMs: number }>;
  for (const scan of Object.values(scans)) scan.atMs -= minutes * 60_000;
  await store(own, 'session', { scans });
}

/** Waits until the page's field holds the code its newest secret gives. */
export function waitForNewestCode({ page, simulator }: QrFixture): Promise<string> {
  return until(
    'the code the page expects',
    async () => {
      const value = await readCodeField(page);
      return value === newestEnrolment(simulator).code ? value : undefined;
    },
    60_000,
  );
}
