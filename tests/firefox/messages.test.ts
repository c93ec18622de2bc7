/** Every message from every wrong sender, in Firefox: nobody gets an answer. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendBidi } from '../e2e/driver/firefox/bidi.ts';
import { EXTENSION_ID } from '../e2e/driver/firefox/chrome-scope.ts';
import { PORTAL } from '../e2e/driver/stand-in.ts';
import { until } from '../e2e/driver/until.ts';
import { ownRequests, pageRequests } from '../e2e/messages/requests.ts';
import { readAll } from '../e2e/vault/own-page.ts';
import { firefoxFixture } from './fixture.ts';

const OTHER_ID = 'other@example.com';
const MESSAGES = JSON.stringify([...ownRequests, ...pageRequests]);

/**
 * An extension of somebody else, allowed everywhere. Its background, and its
 * script in every page, send each message to our id and by a port, and write
 * down in that page what came back.
 */
const SEND = `
async function sendAll() {
  const answers = [];
  for (const message of ${MESSAGES}) {
    await browser.runtime.sendMessage('${EXTENSION_ID}', message).then(
      (reply) => answers.push(reply === undefined ? 'silence' : JSON.stringify(reply)),
      () => {});
  }
  try {
    const port = browser.runtime.connect('${EXTENSION_ID}');
    await new Promise((resolve) => {
      port.onMessage.addListener((message) => answers.push(JSON.stringify(message)));
      port.onDisconnect.addListener(resolve);
    });
  } catch {}
  return answers;
}`;

async function writeOtherExtension(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nightlatch-other-'));
  const files = {
    'manifest.json': JSON.stringify({
      manifest_version: 3,
      name: 'Other',
      version: '1',
      browser_specific_settings: { gecko: { id: OTHER_ID } },
      host_permissions: ['<all_urls>'],
      background: { scripts: ['background.js'] },
      content_scripts: [{ matches: ['<all_urls>'], js: ['content.js'] }],
    }),
    'background.js': `${SEND}\nbrowser.runtime.onMessage.addListener(() => sendAll());`,
    'content.js': `${SEND}
      (async () => {
        const inPage = await sendAll();
        const inBackground = await browser.runtime.sendMessage('go');
        document.documentElement.dataset.answers = JSON.stringify({ inPage, inBackground });
      })();`,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  return folder;
}

const fixture = firefoxFixture('open');
let folder: string;
let page: Page;
beforeAll(async () => {
  const { browser } = fixture.driven;
  await fixture.newUser();
  folder = await writeOtherExtension();
  await sendBidi(browser, 'webExtension.install', {
    extensionData: { type: 'path', path: folder },
  });
  page = await fixture.driven.newPage(PORTAL);
});
afterAll(async () => {
  await sendBidi(fixture.driven.browser, 'webExtension.uninstall', { extension: OTHER_ID });
  await rm(folder, { recursive: true, force: true });
});

test("another extension's background, and its script in the genuine page, get no answer", async () => {
  const before = await readAll(fixture.own);
  const answers = await until('all messages to be sent', () =>
    // The page may have no element yet.
    page.evaluate(() => document.querySelector('html')?.dataset['answers']),
  );
  expect(JSON.parse(answers)).toEqual({ inPage: [], inBackground: [] });
  expect(await readAll(fixture.own)).toEqual(before);
});

test('a script of the page itself cannot even ask', async () => {
  expect(await page.evaluate(() => 'browser' in globalThis)).toBe(false);
  const chromium = await page.evaluate(() => typeof (globalThis as { chrome?: unknown }).chrome);
  expect(chromium).toBe('undefined');
});

test.each(['popup.html', 'unlock.html', 'options.html', 'background.js', 'manifest.json'])(
  'no page can read %s',
  async (file) => {
    const outcome = await page.evaluate(
      (src) =>
        fetch(src).then(
          () => 'read',
          () => 'refused',
        ),
      fixture.driven.urlOf(file),
    );
    expect(outcome).toBe('refused');
  },
);
