/** After an update the scripts of the old version live on in open pages: they take their things and fall silent. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitForElement, signIn } from '../../simulator/person.ts';
import { waitForControl } from '../driver/controls.ts';
import { addAccount, askAsOwnPage, english, PASSPHRASE } from '../driver/nightlatch.ts';
import { openEnrolment, PORTAL } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import { GENUINE } from '../every-prompt/decoys.ts';
import {
  countOwnHosts,
  openPromptFixture,
  type PromptFixture,
} from '../every-prompt/prompt-fixture.ts';

let fixture: PromptFixture;
beforeAll(async () => {
  fixture = await openPromptFixture({ flow: 'G1', mfa: 'none' });
});
afterAll(() => fixture.close());

/** All that a page's console and its error handlers would show. */
function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') complaints.push(message.text());
  });
  page.on('pageerror', (error) =>
    complaints.push(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
  return complaints;
}

async function showPrompt(page: Page): Promise<void> {
  await page.evaluate((markup) => {
    document.body.innerHTML = markup;
  }, GENUINE);
}

function valueOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector('input')?.value);
}

async function filled(page: Page): Promise<true> {
  return until(
    'six digits',
    async () => (/^\d{6}$/.test((await valueOf(page)) ?? '') ? true : undefined),
    60_000,
  );
}

/** Loaded again from its folder, as an update is; what was open of it ends. */
async function update(): Promise<Page> {
  const { driven } = fixture;
  const before = driven.findWorkerTarget();
  await driven.browser.installExtension(driven.extension.path);
  await until('the new background', () => {
    const now = driven.findWorkerTarget();
    return now !== undefined && now !== before ? true : undefined;
  });
  return driven.openOwn('options.html');
}

test('the old script takes its button away, says nothing, and the new one fills', async () => {
  const page = await fixture.newPage();
  const complaints = complaintsOf(page);
  const email = await fixture.newUser();
  await page.goto(PORTAL);
  await signIn(page, email);
  await waitForElement(page, '#sign-out');
  const old = await fixture.driven.openOwn('options.html');
  await askAsOwnPage(old, 'lock', {});
  await page.bringToFront();
  await showPrompt(page);
  await waitForControl(page, { role: 'button', name: english('prompt_locked') });
  expect(await countOwnHosts(page)).toBe(1);

  const options = await update();
  await askAsOwnPage(options, 'unlock', { kind: 'passphrase', passphrase: PASSPHRASE });
  await page.bringToFront();
  await until('our button to go', async () =>
    (await countOwnHosts(page)) === 0 ? true : undefined,
  );
  // All that would make a living script look, ask or draw: a click, typing, another prompt, a log-in, a square picture.
  await page.mouse.click(20, 20);
  await page.type('input', '1');
  await showPrompt(page);
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<form><input type="email"><input type="password"></form><img width="200" height="200" src="data:,">',
    );
  });
  await page.type('[type=email]', email);
  await page.type('[type=password]', 'Latch-and-key-1');
  await page.keyboard.press('Enter');
  expect(await countOwnHosts(page)).toBe(0);

  // The new version's script, in the same tab: time enough has passed for the old one to speak.
  const session = await page.createCDPSession();
  await session.send('Network.clearBrowserCookies');
  const next = fixture.simulator.addUser('after-the-update');
  await addAccount(options, { issuer: 'TP-Link', label: next.email, secret: next.secret });
  await page.goto(PORTAL);
  await page.bringToFront();
  await signIn(page, next.email);
  await waitForElement(page, '#sign-out');
  await showPrompt(page);
  await filled(page);
  expect(complaints).toEqual([]);
  await page.close();
});

test('the old card goes, too', async () => {
  const page = await fixture.newPage();
  const complaints = complaintsOf(page);
  await page.goto(PORTAL);
  await signIn(page, 'maria@example.com');
  await waitForElement(page, '#sign-out');
  await openEnrolment(page);
  await waitForControl(page, { role: 'button', name: english('offer_save') });
  await update();
  await page.bringToFront();
  await until('our card to go', async () => ((await countOwnHosts(page)) === 0 ? true : undefined));
  expect(complaints).toEqual([]);
  await page.close();
});
