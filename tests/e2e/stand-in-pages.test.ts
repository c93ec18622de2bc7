/**
 * The stand-in itself: a person with an authenticator gets through it, and no further. That each of
 * its looks leads to the portal by one submit is held by every-prompt/variants, where the code is
 * filled in; here the kinds that take typed digits differently do, and in the matrix all of them.
 */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  clickCancel,
  clickPrimary,
  isShown,
  openEnrolment,
  signIn,
  typeCode,
  waitForElement,
  waitForScreen,
} from '../simulator/person.ts';
import { startSimulator, type Simulator } from '../simulator/server.ts';
import { variantNames } from '../simulator/variants/index.ts';
import { ensureChromium } from './driver/browser.ts';
import { isMatrix } from './driver/combinations.ts';
import { until } from './driver/until.ts';

const USER = 'enrolled@example.com';
let simulator: Simulator;
let browser: Browser;
let page: Page;
const failures: string[] = [];

beforeAll(async () => {
  simulator = await startSimulator({ seed: 'pages' });
  browser = await puppeteer.launch({
    executablePath: ensureChromium(),
    pipe: true,
    args: [...simulator.chromiumArguments, '--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
});
afterAll(async () => {
  await browser.close();
  await simulator.stop();
});
beforeEach(async () => {
  simulator.reset();
  failures.length = 0;
  page = await browser.newPage();
  page.on('pageerror', (error) => failures.push(String(error)));
  const session = await page.createCDPSession();
  await session.send('Network.clearBrowserCookies');
  await session.detach();
});
afterEach(async () => {
  await page.close();
  expect(failures).toEqual([]);
});

const outcomes = (): readonly string[] => simulator.log().submits.map(({ outcome }) => outcome);

/** Closed roots are out of a script's reach, K has no field, L wants a mailed code. */
const BESIDE = new Set(['G-closed', 'K', 'L']);
/** One field; six boxes that send themselves, of this page's and of a library; a frame; a page that renders anew. */
const BY_HAND = ['A', 'D', 'input-otp', 'H', 'I'];
const LOG_INS = isMatrix ? variantNames.filter((name) => !BESIDE.has(name)) : BY_HAND;
const FLOWS = isMatrix ? ['G1', 'G2', 'G3', 'G3X'] : ['G3X'];

describe('a log-in', () => {
  test.each(LOG_INS)('in variant %s ends in the portal after one submit', async (variant) => {
    await page.goto(`https://vms.tplinkcloud.com/?variant=${variant}`);
    await signIn(page, USER);
    await typeCode(page, simulator.codeFor(USER));
    await waitForElement(page, '#sign-out');
    expect(outcomes()).toEqual(['accepted']);
    expect(page.url()).toBe(`https://vms.tplinkcloud.com/?variant=${variant}#/vms/device`);
  });

  test.each(FLOWS)('in flow %s ends in the portal', async (flow) => {
    await page.goto(`https://vms.tplinkcloud.com/?flow=${flow}`);
    await signIn(page, USER);
    await typeCode(page, simulator.codeFor(USER));
    await waitForElement(page, '#sign-out');
    expect(outcomes()).toEqual(['accepted']);
  });

  test.each(['user', 'post', 'redirect', 'popup'])('at VMS Local by %s', async (local) => {
    const origin = `https://127.0.0.1:${simulator.localPort}`;
    await page.goto(`${origin}/?local=${local}`);
    const asked = new Promise<Page | null>((resolve) => {
      page.once('popup', resolve);
    });
    if (local === 'redirect' || local === 'popup') await clickPrimary(page);
    const where = local === 'popup' ? ((await asked) ?? page) : page;
    const user = local === 'user' ? 'operator' : USER;
    await signIn(where, user);
    await typeCode(where, simulator.codeFor(user));
    await waitForElement(page, '#sign-out');
    expect(new URL(page.url()).origin).toBe(origin);
  });

  test.each([
    ['ar', 'rtl'],
    ['invented', 'ltr'],
  ])('speaks %s', async (language, direction) => {
    await page.goto(`https://vms.tplinkcloud.com/?language=${language}`);
    await signIn(page, USER);
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(direction);
    await typeCode(page, simulator.codeFor(USER));
    await waitForElement(page, '#sign-out');
  });

  test('by e-mail takes the mailed code', async () => {
    await page.goto('https://vms.tplinkcloud.com/?variant=L');
    await signIn(page, USER);
    await waitForScreen(page, 'email-code');
    await typeCode(page, simulator.mail()[0]?.code ?? '');
    await waitForElement(page, '#sign-out');
  });

  test('keeps its form on a look-alike', async () => {
    await page.goto('https://vms.tplinkcloud.com.evil.test/');
    await waitForElement(page, 'input[type=password]');
    expect(new URL(page.url()).hostname).toBe('vms.tplinkcloud.com.evil.test');
  });
});

describe('an enrolment', () => {
  test.each(['A', 'D', 'H', 'I'])('in variant %s', async (variant) => {
    await page.goto(`https://vms.tplinkcloud.com/?flow=G1&variant=${variant}#/admin/account`);
    await signIn(page, 'maria@example.com');
    await openEnrolment(page);
    const [first] = simulator.pendingCodes();
    await clickCancel(page);
    await openEnrolment(page);
    const pending = await until('a new secret', () => {
      const [now] = simulator.pendingCodes();
      return now?.uri === first?.uri ? undefined : now;
    });
    await typeCode(page, pending.code);
    await waitForScreen(page, 'done');
    expect(outcomes()).toEqual(['accepted']);
    await until('the state On', async () => {
      // The dialog may still be moving under the pointer.
      if (await isShown(page, ['done'])) await clickPrimary(page);
      return page.$eval('#two-factor-state', (node) =>
        node.textContent === 'On' ? 'On' : undefined,
      );
    });
  });

  test('replaces its code once the clock says so', async () => {
    await page.goto('https://vms.tplinkcloud.com/?flow=G1&qrReplaceSeconds=60#/admin/account');
    await signIn(page, 'maria@example.com');
    await openEnrolment(page);
    const [first] = simulator.pendingCodes();
    simulator.clock.advance(60);
    await until('another secret', () =>
      simulator.pendingCodes()[0]?.uri === first?.uri ? undefined : 'another',
    );
  });
});
