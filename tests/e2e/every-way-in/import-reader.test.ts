/** The worker of the import page that opens other apps' files: how it ends, what it says first, what it keeps. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { clickControl, typeIntoControl, waitForControl, waitForText } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { counted, english, prepareVault } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import { base32, secretBytes } from '../../lib/formats/accounts.ts';
import { enteExport } from '../../lib/formats/sealing.ts';
import { launchWithFiles } from './with-files.ts';

const PASSWORD = 'the password of the file';
const FIELD = { role: 'textbox', name: english('import_password') };

let driven: DrivenBrowser;
let folder: string;
let page: Page;

beforeAll(async () => {
  const launched = await launchWithFiles();
  ({ driven, folder } = launched);
  return launched.close;
});
beforeEach(async () => {
  page = await driven.openOwn('import.html');
  await waitForControl(page, { role: 'heading', name: english('import_title') });
  const opened = page;
  return () => opened.close();
});

async function choose(content: string): Promise<void> {
  const file = path.join(folder, 'file');
  await writeFile(file, content);
  await (await page.waitForSelector('input[type=file]'))?.uploadFile(file);
}

async function press(name: string): Promise<void> {
  await clickControl(page, { role: 'button', name });
}

async function open(password: string): Promise<void> {
  await typeIntoControl(page, FIELD, password);
  await press(english('import_password_open'));
}

function words(key: Parameters<typeof english>[0], value: string): RegExp {
  return new RegExp(english(key).replace('$1', value), 'u');
}

const linkOf = (label: string, seed: number): string =>
  `otpauth://totp/Acme:${label}?secret=${base32(secretBytes(seed))}&issuer=Acme`;

/** An export of Ente as cheap as can be, which says of itself that it costs this much. */
function enteOf(memoryMib: number, passes: number): string {
  const file = JSON.parse(enteExport(linkOf('dear', 1), PASSWORD)) as { kdfParams: object };
  Object.assign(file.kdfParams, { memLimit: memoryMib * 1_048_576, opsLimit: passes });
  return JSON.stringify(file);
}

async function waitForNoReader(): Promise<void> {
  await until('the reader to be gone', async () => page.workers().length === 0 || undefined);
}

test('a key derivation under way is cancelled, and another file works at once', async () => {
  // As much as is allowed: with a password, minutes on a small computer.
  await choose(enteOf(64, 128));
  await open(PASSWORD);
  await waitForText(page, /can take a minute/u);
  expect(page.workers()).toHaveLength(1);
  await press(english('ui_cancel'));
  await waitForNoReader();
  await choose(linkOf('cheap', 2));
  await press(counted('import_save', 1));
  await waitForText(page, new RegExp(counted('import_saved', 1), 'u'));
  // It has nothing more to do.
  await waitForNoReader();
});

test('what opening takes is said before the password, and too much is refused by name', async () => {
  await choose(enteOf(1024, 4));
  await waitForControl(page, FIELD);
  await waitForText(page, words('import_password_memory', '1,024'));
  await press(english('ui_cancel'));
  await choose(enteOf(2048, 1));
  await waitForText(page, new RegExp(english('import_file_kdf'), 'u'));
});

test('a wrong password leaves the file chosen, and the right one opens it', async () => {
  await choose(enteExport(linkOf('locked', 3), PASSWORD));
  await open('wrong');
  await waitForText(page, /Wrong password/u);
  await open(PASSWORD);
  await waitForText(page, /Acme · locked/u);
  await press(english('ui_cancel'));
});

test('the reader has no API of the extension, and the page shows the list without a secret in its memory', async () => {
  await choose(linkOf('unread', 4));
  await waitForText(page, /Acme · unread/u);
  const [reader] = page.workers();
  expect(await reader?.evaluate(() => 'chrome' in globalThis || 'browser' in globalThis)).toBe(
    false,
  );
  const heap = await heapOf(page);
  expect(heap).toContain('unread');
  const secret = secretBytes(4);
  for (const text of [base32(secret), Buffer.from(secret).toString('base64')]) {
    expect(heap.includes(text), text).toBe(false);
  }
});

test('memory that is not to be had is said by how much the file needs', async () => {
  // Room for a key of 128 MiB, in pages of 64 KiB: enough for a vault.
  const small = await launch({ args: ['--js-flags=--wasm-max-mem-pages=2048'] });
  await prepareVault(small, []);
  page = await small.openOwn('import.html');
  await choose(enteOf(256, 1));
  await open(PASSWORD);
  const text = english('import_file_memory').replace('$1', 'Ente Auth').replace('$2', '256');
  await waitForText(page, new RegExp(text, 'u'));
  await small.close();
});

/** All strings and objects that the page's scripts still hold, as the developer tools save them. */
async function heapOf(own: Page): Promise<string> {
  const session = await own.createCDPSession();
  let heap = '';
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => (heap += chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return heap;
}
