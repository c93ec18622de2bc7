/** 'Code not filled? Check a page' in the options: signs and points of any page of a site, and no word of it. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WEIGHTS } from '../../../lib/page/field/weights.ts';
import { signIn, waitForScreen } from '../../simulator/person.ts';
import { clickControl, waitForText } from '../driver/controls.ts';
import { askAsOwnPage, english, replyOf } from '../driver/nightlatch.ts';
import { PORTAL } from '../driver/stand-in.ts';
import { OTHERS } from '../every-prompt/decoys.ts';
import {
  openPromptFixture,
  waitForFilled,
  type PromptFixture,
} from '../every-prompt/prompt-fixture.ts';
import { tabIdOf } from '../messages/forged.ts';

const BARE = `${PORTAL}bare.html`;
/** A word that stands everywhere on a page and nowhere in our own texts. */
const WORD = 'quagmire';

let fixture: PromptFixture;
let options: Page;
beforeAll(async () => {
  fixture = await openPromptFixture({ flow: 'G1', variant: 'A' });
  options = await fixture.driven.openOwn('options.html#help');
});
afterAll(() => fixture.close());

interface Explanation {
  readonly host: string;
  readonly signIn: string;
  readonly frames: readonly {
    readonly kind: string;
    readonly fields?: readonly {
      readonly verdict: string;
      readonly against?: string;
      readonly score: number;
      readonly signals: readonly { readonly name: string; readonly weight: number }[];
    }[];
  }[];
}

async function askExplanation(page: Page): Promise<Explanation> {
  const tabId = await tabIdOf(options, page);
  return (await askAsOwnPage(options, 'explainTab', { tabId })) as Explanation;
}

/** In the options, as a user does; the stand-in's tab is the only one of a site. */
async function lookAtTheTab(): Promise<void> {
  await options.bringToFront();
  await options.evaluate(() => document.querySelector('#explanation')?.scrollIntoView());
  await clickControl(options, { role: 'button', name: english('explain_look') });
  await clickControl(options, { role: 'button', name: /^vms\.tplinkcloud\.com, tab \d+$/ });
}

/** A page of the site with these fields and nothing else of its own. */
async function pageWith(html: string, url = BARE): Promise<Page> {
  const page = await fixture.newPage();
  await page.goto(url);
  await page.evaluate((markup) => {
    document.body.innerHTML = markup;
  }, html);
  return page;
}

test('a filled prompt: the options show which field was chosen, and why', async () => {
  const page = await fixture.newPage();
  await page.goto(PORTAL);
  await signIn(page, await fixture.newUser());
  await waitForFilled(page);
  const { signIn: log, frames } = await askExplanation(page);
  expect(log).toBe('fresh');
  const [field] = frames[0]?.fields ?? [];
  expect(field?.verdict).toBe('fill');
  expect(field?.signals).toContainEqual({
    name: 'moment: sign-in',
    weight: WEIGHTS['moment: sign-in'],
  });
  expect(field?.score).toBe(field?.signals.reduce((sum, { weight }) => sum + weight, 0));

  await lookAtTheTab();
  const shown = await waitForText(
    options,
    new RegExp(`Field 1: text – ${english('explain_fill')}`),
  );
  expect(shown).toContain(english('explain_sign_in_fresh'));
  expect(shown).toContain(english('explain_signal_length_6'));
  await page.close();
});

test('a decoy: the options show what speaks against its field', async () => {
  const page = await pageWith(OTHERS['an e-mailed code'] ?? '');
  const { signIn: log, frames } = await askExplanation(page);
  expect(log).toBe('none');
  const [field] = frames[0]?.fields ?? [];
  expect(field?.verdict).toBe('too-weak');
  expect(field?.signals.map(({ name }) => name)).toContain('sent with a contact');

  await lookAtTheTab();
  const shown = await waitForText(options, new RegExp(english('explain_too_weak')));
  expect(shown).toContain(english('explain_signal_sent_with_a_contact'));
  await page.close();
});

test('where the sign-in asks for an e-mailed code, the popup leads to the help with it', async () => {
  const page = await fixture.newPage();
  await page.goto(`${PORTAL}?flow=G1&mfa=email`);
  await signIn(page, await fixture.newUser());
  await waitForScreen(page, 'email-code');
  const popup = await fixture.driven.openPopup(page);
  await waitForText(popup, english('codes_here_sent'));
  const help = await popup.waitForSelector('.guide-note a');
  expect(await help?.evaluate((link) => link.getAttribute('href'))).toBe('/guide.html#no-email');
  await page.close();
});

test('no word of the page is in the answer, wherever it stands', async () => {
  const all =
    `id="${WORD}-id" name="${WORD}-name" class="${WORD}" title="${WORD}" placeholder="${WORD}" ` +
    `aria-label="${WORD}" data-testid="${WORD}" value="${WORD}"`;
  const page = await pageWith(
    `<form action="/${WORD}"><h1>${WORD}</h1><p>${WORD} two-factor authentication, 6-digit code</p>` +
      `<label>${WORD} <input ${all}></label>` +
      `<input ${all} autocomplete="section-${WORD} ${WORD}-name"><input ${all} autocomplete="${WORD} email">` +
      `<input ${all} inputmode="${WORD}"><input ${all} type="${WORD}" pattern="${WORD}">` +
      `<input ${all} role="${WORD} listbox"><input ${all} list="${WORD}">` +
      `<input name="${WORD}code" maxlength="6" autocomplete="one-time-code">` +
      `<button>${WORD}</button></form><iframe name="${WORD}" src="/bare.html?${WORD}#${WORD}"></iframe>`,
    `${BARE}?${WORD}#${WORD}`,
  );
  await page.evaluate((word) => {
    document.title = word;
  }, WORD);
  const why = await askExplanation(page);
  expect(why.frames[0]?.fields?.length).toBeGreaterThan(6);
  expect(JSON.stringify(why).toLowerCase()).not.toContain(WORD);
  await page.close();
});

test('a page that has taken its renderer over cannot send a word that way either', async () => {
  const page = await pageWith('<input maxlength="6">');
  const [realm] = page.mainFrame().extensionRealms();
  await realm?.evaluate((word) => {
    const forged = [{ inputs: [], score: 1, signals: [word], verdict: 'fill' }];
    Object.assign(Array.prototype, { toSorted: () => forged });
  }, WORD);
  expect(realm).toBeDefined();
  expect((await askExplanation(page)).frames).toEqual([{ kind: 'unreadable' }]);
  await page.close();
});

test('a frame of ours inside a foreign frame is named as such, and nothing of it is told', async () => {
  const around = (host: string, src: string): string =>
    `https://${host}/__sim/around?kind=frame&src=${encodeURIComponent(src)}`;
  const page = await fixture.newPage();
  await page.goto(around('vms.tplinkcloud.com', around('evil.test', BARE)));
  const { frames } = await askExplanation(page);
  expect(frames.slice(1)).toEqual([{ kind: 'foreign' }]);
  await page.close();
});

test('tabs of other sites are neither listed nor asked', async () => {
  const page = await fixture.newPage();
  await page.goto('https://vms.tplinkcloud.com:8443/bare.html');
  const tabId = await tabIdOf(options, page);
  const tabs = (await askAsOwnPage(options, 'siteTabs', {})) as readonly { tabId: number }[];
  expect(tabs.map((tab) => tab.tabId)).not.toContain(tabId);
  expect(await replyOf(options, 'explainTab', { tabId })).toEqual({
    ok: false,
    code: 'site-unknown',
  });
  await page.close();
});
