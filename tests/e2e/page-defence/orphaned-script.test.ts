/**
 * After an update, and after the extension was switched off and on, the old
 * scripts live on in open pages: they take their things and fall silent, and new
 * ones go on without a reload.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitForElement, signIn } from '../../simulator/person.ts';
import { clickControl, waitForControl } from '../driver/controls.ts';
import { askAsOwnPage, english, pressUntilUnlockWindow, unlock } from '../driver/nightlatch.ts';
import { openEnrolment, PORTAL, waitForFilled } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import { markHosts, switchOffAndOn, updateExtension, waitForOneNewHost } from '../driver/update.ts';
import { GENUINE } from '../every-prompt/decoys.ts';
import {
  countOwnHosts,
  openPromptFixture,
  type PromptFixture,
} from '../every-prompt/prompt-fixture.ts';

let fixture: PromptFixture;
/** Made at once: an update closes the page of ours that adds the account. */
let email: string;
beforeAll(async () => {
  fixture = await openPromptFixture({ flow: 'G1', mfa: 'none' });
  email = await fixture.newUser();
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

/** A page of the portal in which this user has signed in. */
async function signedIn(user: string): Promise<Page> {
  const page = await fixture.newPage();
  await page.goto(PORTAL);
  await signIn(page, user);
  await waitForElement(page, '#sign-out');
  return page;
}

async function showPrompt(page: Page): Promise<void> {
  await page.evaluate((markup) => {
    document.body.innerHTML = markup;
  }, GENUINE);
}

/** Marks what of ours stands in the page, and has the page note when it ever stands there beside something newer. */
async function markOld(page: Page): Promise<void> {
  await markHosts(page);
  await page.evaluate(() => {
    const root = document.documentElement;
    const note = (): void => {
      const all = document.querySelectorAll(':root > [popover]').length;
      const old = document.querySelectorAll(':root > [popover][title="of before"]').length;
      if (old > 0 && all > old) root.dataset['doubled'] = 'yes';
    };
    new MutationObserver(note).observe(root, { childList: true });
  });
}

function wasDoubled(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.dataset['doubled'] === 'yes');
}

/** All that would make a living script look, ask or draw: a click, a log-in, a square picture. */
async function stirAll(page: Page): Promise<void> {
  await page.mouse.click(20, 20);
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<form><input type="email"><input type="password"></form><img width="200" height="200" src="data:,">',
    );
  });
  await page.type('[type=email]', 'someone@example.com');
  await page.type('[type=password]', 'Latch-and-key-1');
  await page.keyboard.press('Enter');
}

/** What stands in the page's first field. */
function valueOf(page: Page): Promise<string> {
  return page.$eval('input', (field) => field.value);
}

/** Presses the badge until its code is there: a press before it was surely seen does not count. */
async function pressUntilFilled(page: Page): Promise<void> {
  await until('six digits', async () => {
    if (/^\d{6}$/.test(await valueOf(page))) return true;
    const fill = { role: 'button', name: english('prompt_offer') } as const;
    await clickControl(page, fill, 2_000).catch(() => undefined);
    return undefined;
  });
}

/** A locked prompt of this user, whose badge is the old one. */
async function lockedPrompt(user: string): Promise<Page> {
  const page = await signedIn(user);
  const own = await fixture.driven.openOwn('options.html');
  await askAsOwnPage(own, 'lock', {});
  await own.close();
  await page.bringToFront();
  await showPrompt(page);
  await waitForControl(page, { role: 'button', name: english('prompt_locked') });
  await markOld(page);
  return page;
}

test('after an update the old badge goes, and the one of the new version fills', async () => {
  const page = await lockedPrompt(email);
  const complaints = complaintsOf(page);

  await updateExtension(fixture.driven);
  await page.bringToFront();
  await waitForOneNewHost(page);
  const window = await pressUntilUnlockWindow(fixture.driven, page, 'prompt_locked');
  await unlock(window);
  await page.bringToFront();
  // Nobody but the old version saw the log-in: the new one offers its code.
  await pressUntilFilled(page);
  await stirAll(page);
  expect(await countOwnHosts(page)).toBe(1);
  expect(await wasDoubled(page)).toBe(false);
  expect(complaints).toEqual([]);
  await page.close();
});

test('switched off and on in the browser, the old badge goes, and a new one works', async () => {
  const page = await lockedPrompt(email);
  const complaints = complaintsOf(page);

  await switchOffAndOn(fixture.driven);
  await page.bringToFront();
  await waitForOneNewHost(page);
  await unlock(await pressUntilUnlockWindow(fixture.driven, page, 'prompt_locked'));
  await stirAll(page);
  expect(await countOwnHosts(page)).toBe(1);
  expect(await wasDoubled(page)).toBe(false);
  expect(complaints).toEqual([]);
  await page.close();
});

test('the old card goes, and one press of the new one saves and fills', async () => {
  const page = await signedIn('maria@example.com');
  const complaints = complaintsOf(page);
  await openEnrolment(page);
  await waitForControl(page, { role: 'button', name: english('offer_save') });
  await markOld(page);

  await updateExtension(fixture.driven);
  await page.bringToFront();
  await waitForOneNewHost(page);
  const window = await pressUntilUnlockWindow(fixture.driven, page, 'offer_save');
  await unlock(window);
  await page.bringToFront();
  await waitForFilled(page);
  expect(await wasDoubled(page)).toBe(false);
  const own = await fixture.driven.openOwn('options.html');
  const accounts = await askAsOwnPage(own, 'accounts', { bin: 'live' });
  const labels = (accounts as readonly { readonly label: string }[]).map(({ label }) => label);
  expect(labels.filter((label) => label === 'maria@example.com')).toHaveLength(1);
  expect(complaints).toEqual([]);
  await page.close();
});
