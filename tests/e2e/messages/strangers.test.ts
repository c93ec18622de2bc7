/** Web pages and other extensions: nothing of ours answers them, and nothing of ours opens inside them. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { builtExtension, launch, type DrivenBrowser } from '../driver/launch.ts';
import { prepareVault } from '../driver/nightlatch.ts';
import { readAll } from '../vault/own-page.ts';
import { ownRequests, pageRequests, withForgedSender, type Message } from './requests.ts';

const PORTAL = 'https://vms.tplinkcloud.com/?flow=G1';
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** An extension of somebody else, allowed everywhere, with a page and a script in every site. */
async function writeOtherExtension(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nightlatch-other-'));
  const manifest = {
    manifest_version: 3,
    name: 'Other',
    version: '1',
    host_permissions: ['<all_urls>'],
    permissions: ['scripting', 'storage'],
    background: { service_worker: 'background.js' },
    content_scripts: [
      { matches: ['<all_urls>'], js: ['content.js'], all_frames: true, run_at: 'document_start' },
    ],
  };
  const files = {
    'manifest.json': JSON.stringify(manifest),
    'background.js': '',
    'content.js': 'globalThis.isOther = true;',
    'page.html': '<!doctype html><title>Other</title>',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  return folder;
}

let simulator: Simulator;
let driven: DrivenBrowser;
let ownPage: Page;
let otherFolder: string;
let messages: readonly Message[];

beforeAll(async () => {
  simulator = await startSimulator();
  otherFolder = await writeOtherExtension();
  driven = await launch({ simulator, extension: [builtExtension(), otherFolder] });
  await prepareVault(driven, [{ issuer: 'VIGI', label: 'maria', secret: SECRET }]);
  ownPage = await driven.openOwn('options.html');
  const all = [...ownRequests, ...pageRequests];
  messages = [...all, ...all.map((message) => withForgedSender(message, driven.extensionId))];
});
afterAll(async () => {
  await driven.close();
  await simulator.stop();
  await rm(otherFolder, { recursive: true, force: true });
});

/** Runs where it is sent: every message to our id, and a port. What came back, other than refusals. */
async function sendToOurs(ownId: string, list: readonly Message[]): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  for (const message of list) {
    try {
      const reply: unknown = await chrome.runtime.sendMessage(ownId, message);
      answers.push(reply ?? 'silence');
    } catch {
      // Nobody listens: as it should be.
    }
  }
  try {
    const port = chrome.runtime.connect(ownId);
    await new Promise<void>((resolve) => {
      port.onMessage.addListener((message: unknown) => answers.push(message));
      port.onDisconnect.addListener(() => resolve());
    });
  } catch {
    // As above.
  }
  return answers;
}

test('a script of the page itself gets no answer', async () => {
  const before = await readAll(ownPage);
  const page = await driven.newPage(PORTAL);
  expect(await page.evaluate(sendToOurs, driven.extensionId, [...messages])).toEqual([]);
  expect(await readAll(ownPage)).toEqual(before);
  await page.close();
});

test("another extension's page and background get no answer", async () => {
  const extensions = [...(await driven.browser.extensions()).values()];
  const other = extensions.find(({ name }) => name === 'Other');
  if (!other) throw new Error('the other extension is not there');
  const before = await readAll(ownPage);
  const page = await driven.newPage(`chrome-extension://${other.id}/page.html`);
  expect(await page.evaluate(sendToOurs, driven.extensionId, [...messages])).toEqual([]);
  const target = await driven.browser.waitForTarget((one) =>
    one.url().startsWith(`chrome-extension://${other.id}/background.js`),
  );
  const background = await target.worker();
  expect(await background?.evaluate(sendToOurs, driven.extensionId, [...messages])).toEqual([]);
  expect(await readAll(ownPage)).toEqual(before);
  await page.close();
});

test("another extension's script in the genuine page gets no answer", async () => {
  const page = await driven.newPage(PORTAL);
  const before = await readAll(ownPage);
  const realms = page.mainFrame().extensionRealms();
  const isOther = await Promise.all(
    realms.map((realm) => realm.evaluate(() => 'isOther' in globalThis)),
  );
  const realm = realms[isOther.indexOf(true)];
  expect(await realm?.evaluate(sendToOurs, driven.extensionId, [...messages])).toEqual([]);
  expect(await readAll(ownPage)).toEqual(before);
  await page.close();
});

test('no page, script or style of ours opens in a frame of a page, and no page can read it', async () => {
  const entries = await readdir(builtExtension(), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(?:html|js|css|json)$/u.test(entry.name))
    .map(({ parentPath, name }) => path.relative(builtExtension(), path.join(parentPath, name)));
  expect(files).toEqual(
    expect.arrayContaining(['popup.html', 'unlock.html', 'options.html', 'background.js']),
  );
  const page = await driven.newPage(PORTAL);
  for (const file of files) await expectUnreachable(page, file);
  await page.close();
});

async function expectUnreachable(page: Page, file: string): Promise<void> {
  const outcome = await page.evaluate(async (src) => {
    const frame = document.createElement('iframe');
    await new Promise((resolve) => {
      frame.addEventListener('load', resolve);
      frame.src = src;
      document.body.append(frame);
    });
    return fetch(src).then(
      () => 'read',
      () => 'refused',
    );
  }, driven.urlOf(file));
  expect(outcome, file).toBe('refused');
  const inside = page.frames().filter((frame) => frame.url().startsWith(driven.urlOf('')));
  for (const frame of inside) expect(await frame.evaluate(() => document.body.innerText)).toBe('');
  expect(inside, file).toEqual([]);
  await page.evaluate(() => document.querySelector('iframe')?.remove());
}
