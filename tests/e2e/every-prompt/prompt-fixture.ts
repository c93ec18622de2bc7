import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { ConfigPatch } from '../../simulator/config.ts';
import { readCode, waitForScreen, waitForElement, signIn } from '../../simulator/person.ts';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { addAccount, prepareVault } from '../driver/nightlatch.ts';
import { PORTAL, recentCodes } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';

/** A code is given at most once per step, so the first one may have to be waited for. */
const FILL_MS = 90_000;

/** One browser and one open vault for a whole table of prompts. */
export interface PromptFixture {
  readonly simulator: Simulator;
  readonly driven: DrivenBrowser;
  /**
   * Someone nobody used before, known to the stand-in and to the vault: no test
   * has to wait until the step in which another test took a code is over.
   */
  newUser(name?: string): Promise<string>;
  /** A page in which nobody is signed in, in a window of its own on request. */
  newPage(where?: 'tab' | 'window'): Promise<Page>;
  close(): Promise<void>;
}

export async function openPromptFixture(
  config: ConfigPatch = {},
  start: (simulator: Simulator) => Promise<DrivenBrowser> = (simulator) => launch({ simulator }),
): Promise<PromptFixture> {
  const simulator = await startSimulator({ config });
  const driven = await start(simulator);
  await prepareVault(driven, []);
  const own = await driven.openOwn('options.html');
  let count = 0;
  return {
    simulator,
    driven,
    async newUser(name = 'user') {
      count += 1;
      const { email, secret } = simulator.addUser(`${name}-${count}`);
      await addAccount(own, { issuer: 'TP-Link', label: email, secret });
      return email;
    },
    async newPage(where = 'tab') {
      const page = await driven.browser.newPage({ type: where });
      const session = await page.createCDPSession();
      await session.send('Network.clearBrowserCookies');
      await session.detach();
      return page;
    },
    async close() {
      await driven.close();
      await simulator.stop();
    },
  };
}

/** Submits of this user, as the stand-in's server saw them. */
export function submitsOf(
  fixture: PromptFixture,
  email: string,
): readonly { readonly code: string }[] {
  return fixture.simulator.log().submits.filter((submit) => submit.email === email);
}

/** The server got one code of this user, and judged it so; it is one that Nightlatch has given. */
export function expectOneSubmit(
  fixture: PromptFixture,
  email: string,
  outcome: 'accepted' | 'wrong',
): void {
  const submits = submitsOf(fixture, email);
  expect(submits).toMatchObject([{ outcome }]);
  expect(recentCodes(fixture.simulator, email)).toContain(submits[0]?.code);
}

/** Waits until six digits stand in the code field and stay through a re-render; gives them. */
export function waitForFilled(page: Page): Promise<string> {
  return until(
    'six digits in the code field',
    async () => {
      const value = await readCode(page);
      return value !== undefined && /^\d{6}$/.test(value) ? value : undefined;
    },
    FILL_MS,
  );
}

/** The portal behind the log-in. */
export async function waitForSignedIn(page: Page): Promise<void> {
  await waitForElement(page, '#sign-out');
}

/**
 * Proof by contrast, instead of a pause: after the page under test could ask
 * for a code, a genuine prompt in another window is filled; so was there time
 * to fill this one.
 */
export async function waitForGenuineFill(fixture: PromptFixture): Promise<void> {
  const email = await fixture.newUser('genuine');
  // A window of its own: the page under test stays in view.
  const page = await fixture.newPage('window');
  await page.goto(`${PORTAL}?flow=G1&variant=B&mfa=totp`);
  await signIn(page, email);
  await waitForScreen(page, 'code');
  await waitForFilled(page);
  await page.close();
}

/** Everything of ours that shows on the page: our hosts are the only popovers at the root. */
export function countOwnHosts(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll(':root > [popover]').length);
}
