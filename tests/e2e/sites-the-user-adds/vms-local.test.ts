import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SiteView } from '../../../lib/protocol/views.ts';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { allowHost, type GrantedProfile } from '../driver/granted.ts';
import type { DrivenBrowser } from '../driver/launch.ts';
import { askAsOwnPage, PASSPHRASE, prepareVault } from '../driver/nightlatch.ts';
import {
  readCodeField,
  enrolledAccount,
  signIn,
  waitForCodeField,
  waitForFilled,
} from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';

const ENROLLED = 'enrolled@example.com';
const LOCAL = 'https://nvr.local:8043';

let simulator: Simulator;
let profile: GrantedProfile;
let driven: DrivenBrowser;

beforeAll(async () => {
  simulator = await startSimulator();
  profile = await allowHost('https://nvr.local/*');
  driven = await profile.launch(simulator);
  await prepareVault(driven, [enrolledAccount(simulator, ENROLLED)]);
});
afterAll(async () => {
  await driven.close();
  await simulator.stop();
  await profile.remove();
});

async function ask<Answer>(name: string, question: unknown): Promise<Answer> {
  const own = await driven.openOwn('options.html');
  const answer = await askAsOwnPage(own, name, question);
  await own.close();
  return answer as Answer;
}

async function tabIdOf(page: Page): Promise<number | undefined> {
  const own = await driven.openOwn('options.html');
  const id = await own.evaluate(async (origin) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((tab) => tab.url?.startsWith(origin))?.id;
  }, new URL(page.url()).origin);
  await own.close();
  return id;
}

async function grantedIds(): Promise<readonly string[]> {
  const sites = await ask<readonly SiteView[]>('siteList', {});
  return sites.filter(({ kind }) => kind === 'granted').map(({ id }) => id);
}

test('before the user adds it, a VMS Local host is left alone', async () => {
  const page = await driven.newPage();
  await signIn(page, ENROLLED, `${LOCAL}/`);
  await waitForCodeField(page);
  expect(await page.evaluate(() => document.querySelectorAll('[popover]').length)).toBe(0);
  expect(await readCodeField(page)).toBe('');
  await ask('siteWant', { tabId: await tabIdOf(page) });
  expect(await grantedIds()).toEqual([LOCAL]);
  await page.close();
});

test('once added, its prompt offers the popup, and the account filled there is bound to it', async () => {
  const page = await driven.newPage();
  await signIn(page, ENROLLED, `${LOCAL}/`);
  await waitForCodeField(page);
  const accounts = await ask<readonly { id: string }[]>('accounts', { bin: 'live' });
  await ask('fillTab', { tabId: await tabIdOf(page), id: accounts[0]?.id });
  await page.bringToFront();
  await waitForFilled(page);
  await page.close();
});

test('bound and after a restart of the browser, it is filled with no click', async () => {
  await driven.close();
  driven = await profile.launch(simulator);
  await ask('unlock', { kind: 'passphrase', passphrase: PASSPHRASE });
  const page = await driven.newPage();
  await signIn(page, ENROLLED, `${LOCAL}/`);
  await waitForFilled(page);
  await page.close();
});

test('after an update, with which the browser forgets registered scripts, it is filled again', async () => {
  const worker = await driven.worker();
  await worker.evaluate(async () => {
    await chrome.scripting.unregisterContentScripts();
    // An update cannot be had here; its event is made where it would arrive.
    const { onInstalled } = chrome.runtime as unknown as {
      onInstalled: { dispatch(details: object): void };
    };
    onInstalled.dispatch({ reason: 'update', previousVersion: '0.0.1' });
  });
  const own = await driven.openOwn('options.html');
  await until('the script to be registered anew', async () =>
    own.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts())[0]?.id),
  );
  await own.close();
  // An update locks.
  await ask('unlock', { kind: 'passphrase', passphrase: PASSPHRASE });
  const page = await driven.newPage();
  await signIn(page, ENROLLED, `${LOCAL}/`);
  await waitForFilled(page);
  await page.close();
});

test('another port of the same host is another site', async () => {
  const page = await driven.newPage();
  await signIn(page, ENROLLED, 'https://nvr.local:9443/');
  await waitForCodeField(page);
  expect(await readCodeField(page)).toBe('');
  await page.close();
});

test('a revoked site is left alone again', async () => {
  await ask('siteRevoke', { siteId: LOCAL });
  expect(await grantedIds()).toEqual([]);
  const page = await driven.newPage();
  await signIn(page, ENROLLED, `${LOCAL}/`);
  await waitForCodeField(page);
  expect(await readCodeField(page)).toBe('');
  await page.close();
});
