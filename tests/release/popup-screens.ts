/** The popup over pages: what it says of them, and what it finds in them. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import qrcode from 'qrcode';
import {
  clickControl,
  typeIntoControl,
  waitForControl,
  waitForText,
} from '../e2e/driver/controls.ts';
import { addAccount, counted, english } from '../e2e/driver/nightlatch.ts';
import { findStored } from '../e2e/driver/own-state.ts';
import {
  clickText,
  openEnrolment,
  PORTAL,
  signIn,
  waitForCodeField,
  waitForFilled,
  waitForSignedIn,
} from '../e2e/driver/stand-in.ts';
import { until } from '../e2e/driver/until.ts';
import { base32, secretBytes } from '../lib/formats/accounts.ts';
import { button, POPUP, press, TAB, type ReachedScreen, type Stage } from './screen.ts';

const LINK =
  'otpauth://totp/Example:scan%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example';
const TEXTS = [LINK, 'WIFI:S:guest;T:WPA;P:secret;;', 'https://www.example.test/app'];

/** A page of the stand-in's that asks for a code at once. */
export const BARE = `${PORTAL}bare.html`;

/** A tab in which nobody is signed in. */
export async function newTab({ driven }: Stage): Promise<Page> {
  const page = await driven.newPage();
  const session = await page.createCDPSession();
  await session.send('Network.clearBrowserCookies');
  await session.detach();
  return page;
}

/**
 * The popup for this page, in a tab that opens behind it: the browser's own popup cannot be given
 * another size.
 */
async function openPopup({ driven }: Stage, page: Page): Promise<Page> {
  await page.bringToFront();
  const popup = await driven.openOwn('popup.html', 'behind');
  await waitForControl(popup, button('codes_add'));
  await popup.bringToFront();
  return popup;
}

/** What is asked before an account is saved, whose link was pasted. */
async function review({ driven }: Stage): Promise<Page> {
  const popup = await driven.openOwn('popup.html');
  await press(popup, 'codes_add');
  await typeIntoControl(popup, { role: 'textbox', name: english('accounts_secret_or_link') }, LINK);
  await popup.keyboard.press('Enter');
  await waitForText(popup, english('accounts_review_title'));
  return popup;
}

/** The popup in a tab sees the page of the popup, which the browser shows to no extension. */
async function failed({ driven }: Stage): Promise<Page> {
  const popup = await driven.openOwn('popup.html');
  await press(popup, 'codes_add');
  await press(popup, 'accounts_scan');
  await popup.waitForSelector('.note-error');
  return popup;
}

/** All that was found in several pictures. */
async function results({ driven, folder }: Stage): Promise<Page> {
  const page = await driven.openOwn('picture.html');
  const files = TEXTS.map((_text, at) => path.join(folder, `${at}.png`));
  for (const [at, text] of TEXTS.entries())
    await writeFile(files[at] ?? '', await qrcode.toBuffer(text));
  await (await page.waitForSelector('input[type=file]'))?.uploadFile(...files);
  await waitForText(page, english('accounts_finding_wifi'));
  return page;
}

/** A page that asks for a code, in which nobody signed in. */
export async function askingPage(stage: Stage): Promise<Page> {
  const page = await newTab(stage);
  await page.goto(BARE);
  await waitForControl(page, button('prompt_choose'));
  return page;
}

async function asked(stage: Stage): Promise<Page> {
  const popup = await openPopup(stage, await askingPage(stage));
  await popup.waitForSelector('.here, .hero');
  return popup;
}

/** A host of the user's own network, which the user may add. */
async function localHost(stage: Stage): Promise<Page> {
  const page = await newTab(stage);
  await page.goto('https://nvr.local:8043/', { waitUntil: 'domcontentloaded' });
  // Only a press of the button in the toolbar shows Nightlatch the address of a foreign page.
  await (await stage.driven.openPopup(page)).close();
  const popup = await openPopup(stage, page);
  await waitForControl(popup, button('codes_grant'));
  return popup;
}

async function grant(stage: Stage): Promise<Page> {
  const popup = await localHost(stage);
  await press(popup, 'codes_grant');
  await waitForControl(popup, button('codes_grant_allow'));
  return popup;
}

/** A sign-in that goes on with a code by e-mail. */
async function sentCode(stage: Stage): Promise<Page> {
  const page = await newTab(stage);
  await signIn(page, 'enrolled@example.com', `${PORTAL}?mfa=email&flow=G1`);
  await waitForCodeField(page);
  const popup = await openPopup(stage, page);
  await waitForText(popup, english('codes_here_sent'));
  return popup;
}

/** A page that shows the QR code of an enrolment. */
export async function enrolmentPage(stage: Stage, email: string): Promise<Page> {
  const page = await newTab(stage);
  await signIn(page, email, `${PORTAL}?flow=G1`);
  await waitForSignedIn(page);
  await openEnrolment(page);
  await waitForControl(page, { role: 'button', name: /^Save/u });
  return page;
}

async function enrolment(stage: Stage): Promise<Page> {
  const popup = await openPopup(stage, await enrolmentPage(stage, 'second@example.com'));
  await waitForControl(popup, button('enrolment_review'));
  return popup;
}

/** The site's clock is 90 s ahead of ours: it refuses every code of ours. */
async function clock(stage: Stage): Promise<Page> {
  const { driven, simulator } = stage;
  const { email, secret } = simulator.addUser('clock');
  const own = await driven.openOwn('options.html');
  await addAccount(own, { issuer: 'TP-Link', label: email, secret });
  simulator.clock.setOffset(90_000);
  const page = await newTab(stage);
  await signIn(page, email);
  await waitForFilled(page);
  await clickText(page, 'Submit');
  await waitForText(page, /The token is incorrect/u);
  await until('the clocks to be compared', () => findStored(own, 'session', 'skews'));
  await own.close();
  const popup = await openPopup(stage, page);
  await waitForControl(popup, button('codes_clock_use'));
  simulator.clock.setOffset(0);
  return popup;
}

/** Brings the vault's accounts to this number, from a file of another app. */
async function importAccounts({ driven, folder }: Stage, total: number): Promise<void> {
  const page = await driven.openOwn('import.html');
  const file = path.join(folder, `${total}.txt`);
  const lines = Array.from({ length: total }, (_line, at) => {
    const secret = base32(secretBytes(at + 1, 20 + (at % 7)));
    return `otpauth://totp/Site%20${at}:user-${at}%40example.com?secret=${secret}&issuer=Site%20${at}`;
  });
  await writeFile(file, lines.join('\n'));
  await (await page.waitForSelector('input[type=file]'))?.uploadFile(file);
  await clickControl(page, { role: 'button', name: /^Save \d+ accounts$/u });
  await waitForText(
    page,
    new RegExp(counted('import_saved', 2).replace('2', String.raw`\d+`), 'u'),
  );
  await page.close();
}

const withAccounts = (total: number) => async (stage: Stage) => {
  await importAccounts(stage, total);
  const popup = await stage.driven.openOwn('popup.html');
  await popup.waitForSelector('[data-row="0"]');
  return popup;
};

const popup = (name: string, reach: ReachedScreen['reach']): ReachedScreen => ({
  name: `popup-${name}`,
  size: POPUP,
  reach,
});

export const POPUPS_OVER_PAGES: readonly ReachedScreen[] = [
  popup('asked', asked),
  popup('review', review),
  popup('failed', failed),
  { name: 'picture-results', size: TAB, reach: results },
  popup('local-host', localHost),
  popup('grant', grant),
  popup('sent-code', sentCode),
  popup('enrolment', enrolment),
  popup('clock', clock),
];
export const LONG_LISTS: readonly ReachedScreen[] = [
  popup('300', withAccounts(300)),
  popup('1000', withAccounts(1000)),
];
