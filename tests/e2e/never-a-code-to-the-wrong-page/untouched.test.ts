import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { readPageText } from '../driver/controls.ts';
import { english } from '../driver/nightlatch.ts';
import { cleanFixture } from '../driver/fixture.ts';
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

const fixture = cleanFixture([ENROLLED, KARL]);

/**
 * Proof by contrast, instead of a pause: after the page under test asked for a
 * code, a genuine prompt in another tab is filled; so was there time to fill this one.
 */
async function waitForGenuineFill(): Promise<void> {
  // A window of its own: the page under test stays in view.
  const genuine = await fixture.driven.browser.newPage({ type: 'window' });
  await signIn(genuine, KARL);
  await waitForFilled(genuine);
  await genuine.close();
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
  const page = await fixture.driven.newPage();
  await signIn(page, ENROLLED, `${PORTAL}?variant=L`);
  await waitForCodeField(page);
  await waitForGenuineFill();
  await page.bringToFront();
  expect(await readCodeField(page)).toBe('');
  expect(fixture.simulator.log().submits).toEqual([]);
});

const lookAlikes = [
  'https://vms.tplinkcloud.com.evil.test/',
  'https://vms-tplinkcloud.com/',
  'https://xn--vms-tplnkcloud-zhb.com/',
  'https://evil.vms.tplinkcloud.com/',
  'https://omada.tplinkcloud.com/',
  'http://vms.tplinkcloud.com/',
];

test.each(lookAlikes)('%s gets no script, no code and no card', async (url) => {
  const page = await fixture.driven.newPage();
  await signIn(page, ENROLLED, `${url}?flow=G1`);
  await waitForCodeField(page);
  await waitForGenuineFill();
  await page.bringToFront();
  expect(await readCodeField(page)).toBe('');
  expect(await scriptsOfOurs(page)).toEqual([]);
  expect(page.url()).toContain(url);
});

test.each(['https://vms.tplinkcloud.com:8443/', 'https://vms.tplinkcloud.com./'])(
  '%s matches the manifest, yet gets no code',
  async (url) => {
    const page = await fixture.driven.newPage();
    await signIn(page, ENROLLED, `${url}?flow=G1`);
    await waitForCodeField(page);
    await waitForGenuineFill();
    await page.bringToFront();
    expect(await readCodeField(page)).toBe('');
    expect(page.url()).toContain(url);
  },
);

test('a look-alike that shows an enrolment QR is offered nothing', async () => {
  const page = await fixture.driven.newPage();
  await signIn(page, 'maria@example.com', 'https://vms.tplinkcloud.com.evil.test/?flow=G1');
  await waitForSignedIn(page);
  await openEnrolment(page);
  await waitForGenuineFill();
  await page.bringToFront();
  expect(await readPageText(page)).not.toContain(english('offer_save'));
  expect(await scriptsOfOurs(page)).toEqual([]);
});
