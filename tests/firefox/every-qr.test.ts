/** Every look of an enrolment's QR code, and every place, in Firefox: the card offers it, says how it is read, or is silent. */
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { isMatrix } from '../e2e/driver/combinations.ts';
import { clickControl, readPageText, waitForText } from '../e2e/driver/controls.ts';
import { english } from '../e2e/driver/nightlatch.ts';
import { PORTAL } from '../e2e/driver/stand-in.ts';
import { until } from '../e2e/driver/until.ts';
import { USER } from '../journey/steps.ts';
import { openEnrolment, signIn, waitForElement } from '../simulator/person.ts';
import { qrVariantNames } from '../simulator/qr/index.ts';
import { firefoxFixture } from './fixture.ts';

/** Pixels out of the page's reach: the toolbar button reads them. */
const UNREADABLE = new Set(['img-remote', 'canvas-tainted']);
/** Unreadable where the machine has WebGL; where not, the stand-in draws a plain canvas. */
const MAYBE_UNREADABLE = 'canvas-webgl';
const OFFERED = `${english('offer_found')} TP-Link · ${USER}`;

const fixture = firefoxFixture('open');

let page: Page;
beforeAll(async () => {
  fixture.simulator.config({ flow: 'G1' });
  page = await fixture.driven.newPage(PORTAL);
  await signIn(page, USER);
  await waitForElement(page, '#sign-out');
});

async function showQr(query: string, at = page): Promise<void> {
  await at.bringToFront();
  // The very same address again would only be a jump to its hash.
  await at.goto('about:blank');
  await at.goto(`${PORTAL}?${query}#/admin/account`);
  await openEnrolment(at);
}

const READABLE = qrVariantNames.filter(
  (name) => !UNREADABLE.has(name) && name !== MAYBE_UNREADABLE && name !== 'decoys',
);
/** One of each kind; `npm run test:firefox` takes all. */
const ONE_OF_EACH = [
  'canvas-transparent',
  'img-blob',
  'img-svg',
  'svg',
  'css-background',
  'table',
  'box-shadow',
  'text',
  'inverted',
];
const PLACES = ['page', 'shadow', 'closed-shadow', 'frame', 'cross-frame'];

test.each(isMatrix ? READABLE : ONE_OF_EACH)('%s: offered', async (look) => {
  await showQr(`qr=${look}`);
  await waitForText(page, OFFERED);
});

test('among ten thousand pictures: offered', async () => {
  await showQr('qr=img-blob&clutter=images');
  await waitForText(page, OFFERED);
});

test.each([...UNREADABLE])('%s: one line says how it is read, and that way works', async (look) => {
  await showQr(`qr=${look}`);
  await waitForText(page, english('offer_unreadable'));
  const popup = await fixture.driven.openPopup(page);
  await clickControl(popup, { role: 'button', name: english('accounts_scan') });
  await waitForText(popup, english('accounts_review_title'));
  expect(await popup.$$eval('input', (inputs) => inputs.map(({ value }) => value))).toContain(USER);
  await popup.evaluate(() => window.close());
});

test('canvas-webgl: read, or one line says how', async () => {
  await showQr(`qr=${MAYBE_UNREADABLE}`);
  await until('the card', async () => {
    const text = await readPageText(page);
    return text.includes(OFFERED) || text.includes(english('offer_unreadable')) ? true : undefined;
  });
});

test('decoys alone: silence, for as long as another window takes to offer a genuine one', async () => {
  await showQr('qr=decoys');
  const genuine = await fixture.driven.browser.newPage({ type: 'window' });
  await showQr('', genuine);
  await waitForText(genuine, OFFERED);
  await genuine.close();
  await page.bringToFront();
  const text = await readPageText(page);
  for (const key of ['offer_found', 'offer_failed', 'offer_unreadable'] as const)
    expect(text).not.toContain(english(key));
});

test.each(isMatrix ? PLACES : ['closed-shadow', 'cross-frame'])(
  'in the place %s: offered',
  async (place) => {
    await showQr(`qrPlace=${place}`);
    await waitForText(page, OFFERED);
  },
);
