/** Promise 2, at the door: whoever has taken over a page's renderer gets that page's requests and nothing else. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { addAccount, prepareVault, replyOf } from '../driver/nightlatch.ts';
import { accountIds, readAll } from '../vault/own-page.ts';
import { findReplies, repliesAt, tabIdOf, type Replies } from './forged.ts';
import {
  inheritedNames,
  ownRequests,
  pageRequests,
  withForgedSender,
  type Message,
} from './requests.ts';

const ACCOUNT = { issuer: 'VIGI', label: 'maria', secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' };
/** The log-in stays on this page. */
const FLOW = '?flow=G1';
const PORTAL = `https://vms.tplinkcloud.com/${FLOW}`;
const FORBIDDEN = { ok: false, code: 'request-forbidden' };
const UNKNOWN = { ok: false, code: 'site-unknown' };
/**
 * What each request of the page table comes to where no site of ours is. That a
 * prompt is over may be said by its own document alone, whatever its address
 * is: Firefox has none any more for a tab that is being left.
 */
const refusals = pageRequests.map(({ name }) =>
  name === 'promptOutcome' ? { ok: false, code: 'prompt-gone' } : UNKNOWN,
);

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

test("a prompt of one document is no other's, whoever knows its id", async () => {
  const one = await driven.newPage(PORTAL);
  const other = await driven.newPage(PORTAL);
  const ask = (name: string, more: object = {}): Message => ({
    table: 'page',
    name,
    ask: { promptId: 'known', ...more },
  });
  const gone = ask('promptOutcome', { outcome: 'gone' });
  const seen = ask('promptReport');
  expect(await repliesAt(one, [seen])).toEqual([expect.objectContaining({ ok: true })]);
  const refused = { ok: false, code: 'prompt-gone' };
  const open = ask('promptOpen');
  expect(await repliesAt(other, [seen, open, gone])).toEqual([refused, refused, refused]);
  // Still there for the document it is of.
  expect(await repliesAt(one, [gone])).toEqual([expect.objectContaining({ ok: true })]);
  await one.close();
  await other.close();
});

test.each([
  ['another port', 'https://vms.tplinkcloud.com:8443/'],
  ['a trailing dot', 'https://vms.tplinkcloud.com./'],
])(
  '%s, though the manifest matches it: every request of the page table is refused',
  async (_what, url) => {
    const page = await driven.newPage(url + FLOW);
    const replies = await repliesAt(page, [...pageRequests, ...ownRequests]);
    expect(replies).toEqual([...refusals, ...ownRequests.map(() => FORBIDDEN)]);
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
  const page = await driven.newPage(url + FLOW);
  expect(await findReplies(page.mainFrame(), pageRequests)).toBeUndefined();
  const tabId = await tabIdOf(ownPage, page);
  const injected = ownPage.evaluate(
    (tab) => chrome.scripting.executeScript({ target: { tabId: tab }, func: () => 'in' }),
    tabId,
  );
  await expect(injected).rejects.toThrow(/Cannot access/);
  await page.close();
});

/** Adds a frame to a page and waits until it has loaded. */
async function addFrame(
  page: Page,
  fields: { readonly src?: string; readonly srcdoc?: string },
  sandbox: 'sandboxed' | 'free',
): Promise<void> {
  await page.evaluate(
    async (given, isSandboxed) => {
      const frame = document.createElement('iframe');
      if (isSandboxed) frame.sandbox.add('allow-scripts');
      Object.assign(frame, given);
      await new Promise((resolve) => {
        frame.addEventListener('load', resolve);
        document.body.append(frame);
      });
    },
    fields,
    sandbox === 'sandboxed',
  );
}

async function repliesInFrames(page: Page): Promise<readonly Replies[]> {
  const children = page.frames().filter((frame) => frame !== page.mainFrame());
  const replies = await Promise.all(children.map((frame) => findReplies(frame, pageRequests)));
  return replies.filter((one) => one !== undefined);
}

test('a sandboxed frame of the genuine address has no origin, so it gets nothing', async () => {
  const page = await driven.newPage(PORTAL);
  await addFrame(page, { src: PORTAL }, 'sandboxed');
  await addFrame(page, { srcdoc: '<input autocomplete="one-time-code">' }, 'sandboxed');
  const replies = await repliesInFrames(page);
  expect(replies.length).toBeGreaterThan(0);
  for (const one of replies) expect(one).toEqual(refusals);
  await page.close();
});

test('the genuine page framed by a foreign one gets nothing', async () => {
  const page = await driven.newPage(`https://vms.tplinkcloud.com.evil.test/${FLOW}`);
  await addFrame(page, { src: PORTAL }, 'free');
  expect(await repliesInFrames(page)).toEqual([refusals]);
  await page.close();
});

test('a script on a page can neither read nor write what we store', async () => {
  const page = await driven.newPage(PORTAL);
  const [realm] = page.mainFrame().extensionRealms();
  const outcomes = await realm?.evaluate(async () => {
    const done: string[] = [];
    for (const area of [chrome.storage.local, chrome.storage.session, chrome.storage.sync]) {
      const acts = [
        () => area.get(),
        () => area.getKeys(),
        () => area.set({ planted: 1 }),
        () => area.remove('vault/head'),
        () => area.clear(),
      ];
      for (const act of acts) {
        done.push(
          await act().then(
            () => 'done',
            () => 'refused',
          ),
        );
      }
    }
    return done;
  });
  expect(outcomes).toEqual(Array.from({ length: 15 }, () => 'refused'));
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
