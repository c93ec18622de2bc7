/** Promise 2, at the door: whoever has taken over a page's renderer gets that page's requests and nothing else. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { addAccount, prepareVault } from '../driver/nightlatch.ts';
import { PORTAL } from '../driver/stand-in.ts';
import { accountIds, readAll, replyOf } from '../vault/own-page.ts';
import { sendFromTab, tabIdOf } from './forged.ts';
import {
  inheritedNames,
  ownRequests,
  pageRequests,
  withForgedSender,
  type Message,
} from './requests.ts';

const ACCOUNT = { issuer: 'VIGI', label: 'maria', secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' };
const FORBIDDEN = { ok: false, code: 'request-forbidden' };
const UNKNOWN = { ok: false, code: 'site-unknown' };

let simulator: Simulator;
let driven: DrivenBrowser;
let ownPage: Page;
beforeAll(async () => {
  simulator = await startSimulator();
  driven = await launch({ simulator });
  await prepareVault(driven, [ACCOUNT]);
  ownPage = await driven.openOwn('options.html');
});
afterAll(async () => {
  await driven.close();
  await simulator.stop();
});

/** The replies to the top frame of a page. */
async function repliesAt(page: Page, messages: readonly Message[]): Promise<readonly unknown[]> {
  const frames = await sendFromTab(ownPage, await tabIdOf(ownPage, page), messages);
  const top = frames.find(({ frameId }) => frameId === 0);
  if (!top) throw new Error('nothing was sent');
  return top.replies;
}

test('a script on the genuine page may send every request of the page table: the tests below are not vacuous', async () => {
  const page = await driven.newPage(PORTAL);
  const replies = await repliesAt(page, pageRequests);
  expect(replies).not.toContainEqual(FORBIDDEN);
  expect(replies).not.toContainEqual(UNKNOWN);
  expect(replies).toContainEqual(expect.objectContaining({ ok: true }));
  await page.close();
});

test('it may send none of the own table, whatever it writes about itself', async () => {
  const page = await driven.newPage(PORTAL);
  const before = await readAll(ownPage);
  const forged = ownRequests.map((message) => withForgedSender(message, driven.extensionId));
  const replies = await repliesAt(page, [...ownRequests, ...forged]);
  expect(replies).toEqual(Array.from({ length: 2 * ownRequests.length }, () => FORBIDDEN));
  expect(await readAll(ownPage)).toEqual(before);
  await page.close();
});

test('names of the own table in the page table, and names all objects inherit, are not found', async () => {
  const page = await driven.newPage(PORTAL);
  const names = [...ownRequests.map(({ name }) => name), ...inheritedNames];
  const messages = names.map((name) => ({ table: 'page', name, ask: {} }));
  expect(await repliesAt(page, messages)).toEqual(names.map(() => FORBIDDEN));
  await page.close();
});

test('a table that is not exactly one of the two is met with silence', async () => {
  const page = await driven.newPage(PORTAL);
  const tables = ['OWN', 'own ', ['own'], { own: true }, 'proto', '', 0, true];
  const messages = tables.map((table) => ({ table, name: 'accounts', ask: { bin: 'live' } }));
  expect(await repliesAt(page, messages)).toEqual(tables.map(() => 'silence'));
  await page.close();
});

test('one of our own pages may not pose as a page script', async () => {
  for (const message of pageRequests) {
    const reply: unknown = await ownPage.evaluate(
      (one) => chrome.runtime.sendMessage(one),
      message,
    );
    expect(reply).toEqual(FORBIDDEN);
  }
  expect((await replyOf(ownPage, 'vaultState', {})).ok).toBe(true);
});

test.each([
  ['another port', 'https://vms.tplinkcloud.com:8443/'],
  ['a trailing dot', 'https://vms.tplinkcloud.com./'],
])(
  '%s, though the manifest matches it: every request of the page table is refused',
  async (_what, url) => {
    const page = await driven.newPage(url);
    const replies = await repliesAt(page, [...pageRequests, ...ownRequests]);
    expect(replies).toEqual([
      ...pageRequests.map(() => UNKNOWN),
      ...ownRequests.map(() => FORBIDDEN),
    ]);
    await page.close();
  },
);

test.each([
  'http://vms.tplinkcloud.com/',
  'https://vms.tplinkcloud.com.evil.test/',
  'https://evil.vms.tplinkcloud.com/',
  'https://omada.tplinkcloud.com/',
  'https://vms-tplinkcloud.com/',
])('%s: the browser lets no script of ours in', async (url) => {
  const page = await driven.newPage(url);
  await expect(repliesAt(page, pageRequests)).rejects.toThrow(/Cannot access|permission/);
  await page.close();
});

test('sandboxed frames of the genuine page have no origin, so they get nothing', async () => {
  const page = await driven.newPage(PORTAL);
  await page.evaluate(async (src) => {
    for (const fields of [{ src }, { srcdoc: '<p>A frame</p>' }]) {
      const frame = Object.assign(document.createElement('iframe'), fields);
      frame.sandbox.add('allow-scripts');
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve));
    }
  }, PORTAL);
  const frames = await sendFromTab(ownPage, await tabIdOf(ownPage, page), pageRequests);
  const sandboxed = frames.filter(({ origin }) => origin === 'null');
  expect(sandboxed).not.toEqual([]);
  for (const { replies } of sandboxed) expect(replies).toEqual(pageRequests.map(() => UNKNOWN));
  await page.close();
});

test('the genuine page framed by a foreign one gets nothing', async () => {
  const page = await driven.newPage('https://vms.tplinkcloud.com.evil.test/');
  await page.evaluate(async (src) => {
    const frame = Object.assign(document.createElement('iframe'), { src });
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve));
  }, PORTAL);
  const frames = await sendFromTab(ownPage, await tabIdOf(ownPage, page), pageRequests);
  expect(frames.map(({ origin }) => `${origin}/`)).toEqual([PORTAL]);
  expect(frames[0]?.replies).toEqual(pageRequests.map(() => UNKNOWN));
  await page.close();
});

test('a script on a page can neither read nor write what we store', async () => {
  const page = await driven.newPage(PORTAL);
  const tabId = await tabIdOf(ownPage, page);
  const results = await ownPage.evaluate(
    (tab) =>
      chrome.scripting.executeScript({
        target: { tabId: tab },
        func: async () => {
          const outcomes: string[] = [];
          for (const area of [chrome.storage.local, chrome.storage.session]) {
            const acts = [
              () => area.get(),
              () => area.getKeys(),
              () => area.set({ planted: 1 }),
              () => area.remove('vault/head'),
              () => area.clear(),
            ];
            for (const act of acts) {
              outcomes.push(
                await act().then(
                  () => 'done',
                  () => 'refused',
                ),
              );
            }
          }
          return outcomes;
        },
      }),
    tabId,
  );
  expect(new Set(results[0]?.result)).toEqual(new Set(['refused']));
  expect(await accountIds(ownPage)).toHaveLength(1);
  await page.close();
});

test("a page that holds a Web Lock of our lock's name stops no save", async () => {
  const page = await driven.newPage(PORTAL);
  await page.evaluate(
    () =>
      new Promise<void>((held) => {
        void navigator.locks.request('nightlatch-vault', () => {
          held();
          return new Promise(() => undefined);
        });
      }),
  );
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  await addAccount(ownPage, { issuer: 'VIGI', label: 'second', secret });
  expect(await accountIds(ownPage)).toHaveLength(2);
  await page.close();
});
