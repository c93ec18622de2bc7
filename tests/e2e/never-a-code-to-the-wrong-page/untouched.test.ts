/**
 * Pages that are not a site's, or ask for another code, and get none. All stand open in windows of
 * their own, waiting, before a genuine prompt is filled: so was there time to fill each of them.
 */
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { readPageText } from '../driver/controls.ts';
import { sharedFixture } from '../driver/fixture.ts';
import { english } from '../driver/nightlatch.ts';
import {
  readCodeField,
  openEnrolment,
  PORTAL,
  signIn,
  waitForCodeField,
  waitForFilled,
  waitForSignedIn,
} from '../driver/stand-in.ts';

const ENROLLED = 'enrolled@example.com';
const KARL = 'karl@example.com';
const MAILED = `${PORTAL}?variant=L`;
const LOOK_ALIKES = [
  'https://vms.tplinkcloud.com.evil.test/',
  'https://vms-tplinkcloud.com/',
  'https://xn--vms-tplnkcloud-zhb.com/',
  'https://evil.vms.tplinkcloud.com/',
  'https://omada.tplinkcloud.com/',
  'http://vms.tplinkcloud.com/',
];
const MATCHED = ['https://vms.tplinkcloud.com:8443/', 'https://vms.tplinkcloud.com./'];
/** A look-alike that shows an enrolment's QR code. */
const ENROLLING = 'https://vms.tplinkcloud.com.evil.test/?flow=G1';

const fixture = sharedFixture([ENROLLED, KARL]);
const pages = new Map<string, Page>();

/** The cookies of the pages before are gone: each begins with a log-in. */
async function newWindow(): Promise<Page> {
  const page = await fixture.driven.browser.newPage({ type: 'window' });
  const session = await page.createCDPSession();
  await session.send('Network.clearBrowserCookies');
  await session.detach();
  return page;
}

beforeAll(async () => {
  for (const url of [MAILED, ...LOOK_ALIKES, ...MATCHED]) {
    const page = await newWindow();
    await signIn(page, ENROLLED, url === MAILED ? url : `${url}?flow=G1`);
    await waitForCodeField(page);
    pages.set(url, page);
  }
  const enrolling = await newWindow();
  await signIn(enrolling, 'maria@example.com', ENROLLING);
  await waitForSignedIn(enrolling);
  await openEnrolment(enrolling);
  pages.set(ENROLLING, enrolling);
  const genuine = await newWindow();
  await signIn(genuine, KARL);
  await waitForFilled(genuine);
});

async function pageOf(url: string): Promise<Page> {
  const page = pages.get(url);
  if (!page) throw new Error(`${url} was not opened`);
  expect(await page.evaluate(() => document.visibilityState)).toBe('visible');
  return page;
}

/** No script of ours runs in the page: no isolated world of the extension, and nothing drawn. */
async function scriptsOfOurs(page: Page): Promise<readonly string[]> {
  const session = await page.createCDPSession();
  const origins: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => origins.push(context.origin));
  await session.send('Runtime.enable');
  await session.detach();
  return origins.filter((origin) => origin.startsWith('chrome-extension://'));
}

test('an e-mailed code is never filled: the same field as variant A stays empty', async () => {
  expect(await readCodeField(await pageOf(MAILED))).toBe('');
  expect(fixture.simulator.log().submits).toEqual([]);
});

test.each(LOOK_ALIKES)('%s gets no script, no code and no card', async (url) => {
  const page = await pageOf(url);
  expect(await readCodeField(page)).toBe('');
  expect(await scriptsOfOurs(page)).toEqual([]);
  expect(page.url()).toContain(url);
});

test.each(MATCHED)('%s matches the manifest, yet gets no code', async (url) => {
  const page = await pageOf(url);
  expect(await readCodeField(page)).toBe('');
  expect(page.url()).toContain(url);
});

test('a look-alike that shows an enrolment QR is offered nothing', async () => {
  const page = await pageOf(ENROLLING);
  expect(await readPageText(page)).not.toContain(english('offer_save'));
  expect(await scriptsOfOurs(page)).toEqual([]);
});
