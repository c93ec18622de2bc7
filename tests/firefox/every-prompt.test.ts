/** Every look a code field may have, in Firefox: filled with no click, by the right code, sent once. */
import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PORTAL } from '../e2e/driver/stand-in.ts';
import { until } from '../e2e/driver/until.ts';
import {
  clickPrimary,
  readCode,
  signIn,
  waitForElement,
  waitForScreen,
} from '../simulator/person.ts';
import { variantNames } from '../simulator/variants/index.ts';
import { firefoxFixture } from './fixture.ts';

/** These send themselves with the last digit. */
const SENDS_ITSELF = new Set(['D', 'input-otp']);
/** K has no code field, L wants a mailed code; a closed shadow root needs other hands than person.ts. */
const BESIDE = new Set(['G-closed', 'K', 'L']);

const fixture = firefoxFixture('open');

let page: Page;
beforeAll(async () => {
  page = await fixture.driven.newPage();
});
beforeEach(() => fixture.driven.signOutEverywhere());

function submitsOf(email: string) {
  return fixture.simulator.log().submits.filter((submit) => submit.email === email);
}

function waitForCode(): Promise<string> {
  return until(
    'six digits in the code field',
    async () => {
      const code = await readCode(page);
      return code !== undefined && /^\d{6}$/.test(code) ? code : undefined;
    },
    60_000,
  );
}

/** Signs in, presses the page's own button on what was filled, and checks what the server got. */
async function logIn(query: string, sending: 'by-itself' | 'by-button' = 'by-button') {
  const email = await fixture.newUser();
  await page.goto(`${PORTAL}?${query}`);
  await signIn(page, email);
  const filled = sending === 'by-button' ? { code: await waitForCode() } : {};
  if (sending === 'by-button') await clickPrimary(page);
  await waitForElement(page, '#sign-out');
  expect(submitsOf(email)).toMatchObject([{ ...filled, outcome: 'accepted' }]);
}

describe('filled with no click', () => {
  test.each(variantNames.filter((name) => !BESIDE.has(name)))('variant %s', (variant) =>
    logIn(`flow=G1&variant=${variant}`, SENDS_ITSELF.has(variant) ? 'by-itself' : 'by-button'),
  );

  test.each(['G2', 'G3', 'G3X'])('flow %s', (flow) => logIn(`flow=${flow}`));

  test('under a strict Content-Security-Policy', () => logIn('flow=G1&csp=strict'));
});

/** As long as it takes to fill a genuine prompt in another window, this one gets nothing and shows nothing of ours. */
async function expectLeftAlone(): Promise<void> {
  const email = await fixture.newUser();
  const genuine = await fixture.driven.browser.newPage({ type: 'window' });
  await fixture.driven.signOutEverywhere();
  await genuine.goto(`${PORTAL}?flow=G1&variant=B&mfa=totp`);
  await signIn(genuine, email);
  await until('a genuine prompt to be filled', async () =>
    /^\d{6}$/.test((await readCode(genuine)) ?? '') ? true : undefined,
  );
  await genuine.close();
  await page.bringToFront();
  const frames = await Promise.all(
    page.frames().map((frame) =>
      frame.evaluate(() => ({
        hosts: document.querySelectorAll(':root > [popover]').length,
        digits: [...document.querySelectorAll('input')].filter(({ value }) => /^\d{6}$/.test(value))
          .length,
      })),
    ),
  );
  for (const frame of frames) expect(frame).toEqual({ hosts: 0, digits: 0 });
}

describe('never filled, and nothing shown', () => {
  test.each([
    ['decoys alone', 'variant=K', 'code'],
    ['an e-mailed code in the field of A', 'variant=L', 'email-code'],
    ['an e-mailed code in six boxes', 'variant=E&mfa=email', 'email-code'],
  ] as const)('%s', async (_title, query, screen) => {
    await page.goto(`${PORTAL}?flow=G1&${query}`);
    await signIn(page, await fixture.newUser());
    await waitForScreen(page, screen);
    await expectLeftAlone();
  });

  test.each([
    ['another port', 'https://vms.tplinkcloud.com:8443/bare.html'],
    ['no encryption', 'http://vms.tplinkcloud.com/bare.html'],
    ['a trailing dot', 'https://vms.tplinkcloud.com./bare.html'],
    ['a look-alike host', 'https://vms.tplinkcloud.com.evil.test/bare.html'],
  ])('%s', async (_title, url) => {
    await fixture.newUser();
    await page.goto(url);
    await page.waitForSelector('#code');
    await expectLeftAlone();
  });

  test('framed by a foreign page', async () => {
    await fixture.newUser();
    await page.goto('https://www.evil.test/bare.html');
    await page.evaluate((markup) => {
      document.body.innerHTML = markup;
    }, `<iframe src="${PORTAL}bare.html" width="600" height="300"></iframe>`);
    await until('the frame', async () => {
      const frame = page.frames().find((one) => one.url() === `${PORTAL}bare.html`);
      return (await frame?.$('#code').catch(() => undefined)) ?? undefined;
    });
    await expectLeftAlone();
  });
});
