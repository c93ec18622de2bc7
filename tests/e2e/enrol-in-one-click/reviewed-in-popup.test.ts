/**
 * A card that can't be sure it was seen opens the popup, and the account is
 * reviewed there: what the user wrote survives the window for keys.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { USER } from '../../journey/steps.ts';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { clickControl, waitForControl } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import {
  addAccount,
  askAsOwnPage,
  english,
  PASSPHRASE,
  protectCodes,
  unlock,
  replyOf,
} from '../driver/nightlatch.ts';
import { openEnrolment, signIn, waitForFilled, waitForSignedIn } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import { findStored } from '../driver/own-state.ts';

const NAMES = { issuer: 'Front gate', label: 'Night shift' };

let simulator: Simulator;
let driven: DrivenBrowser;
let own: Page;
let page: Page;

beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.stop());
beforeEach(async () => {
  simulator.reset();
  driven = await launch({ simulator });
  own = await driven.openOwn('options.html');
});
afterEach(() => driven.close());

/** Shows an enrolment, and saves it under other names as the popup does: the window for keys opens. */
async function saveReviewed(refusal: string): Promise<Page> {
  page = await driven.newPage();
  await signIn(page, USER);
  await waitForSignedIn(page);
  await openEnrolment(page);
  await waitForControl(page, { role: 'button', name: english('offer_save') });
  const scans = (await findStored(own, 'session', 'scans')) as Record<string, { from?: object }>;
  // A scan that was saved is remembered for a while, too: the page's own is meant.
  const [scanId] = Object.entries(scans).find(([, { from }]) => from !== undefined) ?? [];
  const reply = await replyOf(own, 'saveScan', { scanId, ...NAMES });
  expect(reply).toEqual({ ok: false, code: refusal });
  await askAsOwnPage(own, 'unlockOpen', {});
  return driven.waitForWindow('unlock.html');
}

async function untilClosed(window: Page): Promise<void> {
  await until('our window to close', () => window.isClosed() || undefined);
}

async function names(): Promise<unknown> {
  const accounts = await askAsOwnPage(own, 'accounts', { bin: 'live' });
  return (accounts as readonly (typeof NAMES)[]).map(({ issuer, label }) => ({ issuer, label }));
}

test('before there is a vault: it is saved under them, and the page is filled', async () => {
  const window = await saveReviewed('vault-absent');
  await protectCodes(window);
  await waitForFilled(page);
  await untilClosed(window);
  expect(await names()).toEqual([NAMES]);
});

test('with a locked vault that has such an account: our window asks what becomes of it', async () => {
  await askAsOwnPage(own, 'createVault', { kind: 'passphrase', passphrase: PASSPHRASE });
  await addAccount(own, { ...NAMES, secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' });
  await askAsOwnPage(own, 'lock', {});
  const window = await saveReviewed('vault-locked');
  await unlock(window);
  await clickControl(window, { role: 'button', name: english('accounts_keep_both') });
  await waitForFilled(page);
  await untilClosed(window);
  expect(await names()).toEqual([NAMES, NAMES]);
});
