/**
 * A language that the user chooses in the settings is spoken everywhere at once: by our
 * pages, the card and the badge in pages, and the browser's menu. There is only English so
 * far, so the browser of this test speaks a language that exists nowhere else.
 */
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { waitForControl, waitForText } from '../driver/controls.ts';
import { builtExtension, launch, type DrivenBrowser } from '../driver/launch.ts';
import { english, prepareVault } from '../driver/nightlatch.ts';
import {
  clickText,
  enrolledAccount,
  openEnrolment,
  signIn,
  waitForSignedIn,
} from '../driver/stand-in.ts';

type Key = Parameters<typeof english>[0];

/** The words of a key as the browser of this test has them. */
const foreign = (key: Key): string => `[fi] ${english(key)}`;

/** A copy of the built extension with one language more, which the browser takes: it is the nearest to its own. */
async function copyWithForeignWords(): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'nightlatch-language-'));
  const folder = path.join(await realpath(made), 'extension');
  await cp(builtExtension(), folder, { recursive: true });
  const texts = await readFile(path.join(folder, '_locales/en/messages.json'), 'utf8');
  const messages = JSON.parse(texts) as Record<string, { readonly message: string }>;
  const spoken = Object.entries(messages).map(([key, { message }]) => [
    key,
    { message: `[fi] ${message}` },
  ]);
  const named = { ui_language: { message: 'fi' }, ui_direction: { message: 'rtl' } };
  await mkdir(path.join(folder, '_locales/en_US'));
  await writeFile(
    path.join(folder, '_locales/en_US/messages.json'),
    JSON.stringify({ ...Object.fromEntries(spoken), ...named }),
  );
  return folder;
}

let simulator: Simulator;
let extension: string;
let driven: DrivenBrowser;
beforeAll(async () => {
  simulator = await startSimulator();
  extension = await copyWithForeignWords();
  driven = await launch({ simulator, extension });
  await prepareVault(driven, [enrolledAccount(simulator, 'enrolled@example.com')]);
});
afterAll(async () => {
  await driven?.close();
  await simulator?.stop();
  await rm(path.dirname(extension), { recursive: true, force: true });
});

/** Chooses in the settings; gives the titles that the menu got thereby. */
async function choose(tag: string, label: string): Promise<readonly string[]> {
  const page = await driven.openOwn('options.html#appearance');
  const worker = await driven.worker();
  await worker.evaluate(() => {
    const titles: string[] = [];
    Reflect.set(globalThis, 'titles', titles);
    chrome.contextMenus.create = ({ title = '' }) => titles.push(title);
  });
  await waitForControl(page, { role: 'combobox', name: label });
  const select = await page.waitForSelector('select:has([lang])');
  await select?.focus();
  await select?.select(tag);
  await page.waitForFunction((lang) => document.documentElement.lang === lang, {}, tag || 'fi');
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('select');
  // Noted when the background has answered.
  const isGiven = (wanted: string): boolean =>
    localStorage.getItem('language-given')?.split(' ')[0] === wanted;
  await page.waitForFunction(isGiven, {}, tag);
  await page.close();
  return worker.evaluate(() => Reflect.get(globalThis, 'titles') as string[]);
}

/** Nobody is signed in afterwards. */
async function leave(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Network.clearBrowserCookies');
  await page.close();
}

async function showCard(words: (key: Key) => string): Promise<void> {
  const page = await driven.newPage();
  await signIn(page, 'second@example.com');
  await waitForSignedIn(page);
  await openEnrolment(page);
  await waitForControl(page, { role: 'button', name: words('offer_save') });
  await leave(page);
}

async function showBadge(words: (key: Key) => string): Promise<void> {
  const page: Page = await driven.newPage();
  await signIn(page, 'enrolled@example.com');
  await waitForText(page, words('prompt_filled'));
  await leave(page);
}

test('the chosen language reaches the settings, the card, the badge and the menu, and goes again', async () => {
  await showCard(foreign);
  expect(await choose('en', foreign('settings_language'))).toContain(english('menu_scan'));
  await showCard(english);
  await showBadge(english);
  expect(await choose('', english('settings_language'))).toContain(foreign('menu_scan'));
  await showCard(foreign);
});

test('a page that was in use before the choice speaks the chosen language, too', async () => {
  const page = await driven.newPage();
  await signIn(page, 'second@example.com');
  await waitForSignedIn(page);
  await openEnrolment(page);
  await waitForControl(page, { role: 'button', name: foreign('offer_save') });
  await clickText(page, 'Cancel');
  await choose('en', foreign('settings_language'));
  await page.bringToFront();
  await openEnrolment(page);
  await waitForControl(page, { role: 'button', name: english('offer_save') });
  await leave(page);
});
