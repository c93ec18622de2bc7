/** What is on the disk after a crash or a restored backup is older, or gone: it is said, never papered over. */
import { appendFile, cp, readdir, readFile, rm, stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { waitForText } from '../driver/controls.ts';
import { launch, newProfileDirectory, type DrivenBrowser } from '../driver/launch.ts';
import { addAccount, askAsOwnPage, english, PASSPHRASE, replyOf } from '../driver/nightlatch.ts';
import { accountIds, stateOf } from '../vault/own-page.ts';

const FIRST = { issuer: 'VIGI', label: 'first', secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' };
const SECOND = { issuer: 'VIGI', label: 'second', secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' };

let profileDirectory: string;
let driven: DrivenBrowser;

async function start(): Promise<void> {
  driven = await launch({ profileDirectory });
}

/** Where Chromium keeps our storage.local, and the write-ahead log in it. */
function storageDirectory(): string {
  return path.join(profileDirectory, 'Default/Local Extension Settings', driven.extensionId);
}

async function logFile(): Promise<string> {
  const names = await readdir(storageDirectory());
  const name = names
    .filter((one) => one.endsWith('.log'))
    .toSorted()
    .at(-1);
  if (name === undefined) throw new Error('storage.local has no log');
  return path.join(storageDirectory(), name);
}

beforeEach(async () => {
  profileDirectory = await newProfileDirectory();
  await start();
  const page = await driven.openOwn('options.html');
  await askAsOwnPage(page, 'createVault', { kind: 'passphrase', passphrase: PASSPHRASE });
  return async () => {
    await driven.close();
    await rm(profileDirectory, { recursive: true, force: true });
  };
});
afterEach(() => driven.close());

async function unlockedPage(): Promise<Awaited<ReturnType<DrivenBrowser['openOwn']>>> {
  const page = await driven.openOwn('options.html');
  await askAsOwnPage(page, 'unlock', { kind: 'passphrase', passphrase: PASSPHRASE });
  return page;
}

/** Reading goes on, writing is refused, and the popup says so instead of showing an empty list. */
async function expectOlder(): Promise<void> {
  const page = await unlockedPage();
  expect(await stateOf(page)).toBe('older');
  const older = await accountIds(page);
  expect(older).toHaveLength(1);
  const typed = { ...SECOND, type: 'totp', algorithm: 'SHA-1', digits: 6, periodSeconds: 30 };
  const { value } = await replyOf(page, 'readTyped', typed);
  const { scanId } = value as { readonly scanId: string };
  const save = { scanId, issuer: 'VIGI', label: 'second' };
  expect(await replyOf(page, 'saveScan', save)).toEqual({ ok: false, code: 'vault-older' });
  const popup = await driven.openOwn('popup.html');
  await waitForText(popup, new RegExp(english('codes_read_only')));
}

test('the log is cut off after the first account: an older state was found', async () => {
  const page = await driven.openOwn('options.html');
  await addAccount(page, FIRST);
  const { size } = await stat(await logFile());
  await addAccount(page, SECOND);
  await driven.kill();
  const log = await logFile();
  expect((await stat(log)).size).toBeGreaterThan(size);
  // A few bytes of the next write remain, as when the disk was full.
  await truncate(log, size + 11);
  await start();
  await expectOlder();
});

test('an old copy of the storage was put back: an older state was found', async () => {
  const page = await driven.openOwn('options.html');
  await addAccount(page, FIRST);
  await driven.kill();
  const copy = `${storageDirectory()} (copy)`;
  await cp(storageDirectory(), copy, { recursive: true });
  await start();
  await addAccount(await unlockedPage(), SECOND);
  await driven.kill();
  await rm(storageDirectory(), { recursive: true });
  await cp(copy, storageDirectory(), { recursive: true });
  await start();
  await expectOlder();
});

test('the storage was removed: the vault is missing, and no new one is begun over it', async () => {
  const page = await driven.openOwn('options.html');
  await addAccount(page, FIRST);
  await driven.kill();
  await rm(storageDirectory(), { recursive: true });
  await start();
  const after = await driven.openOwn('options.html');
  expect(await stateOf(after)).toBe('missing');
  const again = { kind: 'passphrase', passphrase: PASSPHRASE };
  expect(await replyOf(after, 'createVault', again)).toEqual({ ok: false, code: 'vault-missing' });
  for (const file of ['popup.html', 'unlock.html']) {
    const screen = await driven.openOwn(file);
    const text = await waitForText(screen, /\S/);
    expect(text).not.toContain(english('unlock_window_protect'));
    expect(text).not.toContain(english('codes_empty_title'));
    await waitForText(screen, new RegExp(english('error_vault_missing').slice(0, 30)));
  }
});

test('a write torn by a crash costs nothing that is saved after it', async () => {
  const page = await driven.openOwn('options.html');
  await addAccount(page, FIRST);
  await driven.kill();
  // As LevelDB leaves it: a record of 5000 bytes (type FULL) of which the crash let through 40.
  const header = Buffer.from([0x11, 0x22, 0x33, 0x44, 5000 & 0xff, 5000 >> 8, 1]);
  const torn = Buffer.concat([header, Buffer.alloc(40, 'v')]);
  await appendFile(await logFile(), torn);
  await start();
  const after = await unlockedPage();
  expect(await stateOf(after)).toBe('open');
  await addAccount(after, SECOND);
  // The log with the torn end is gone before anything of worth was written behind it.
  expect((await readFile(await logFile())).includes(torn)).toBe(false);
  await driven.close();
  await start();
  const last = await unlockedPage();
  const ids = await accountIds(last);
  expect(ids).toHaveLength(2);
  expect(await askAsOwnPage(last, 'codes', { ids })).toHaveLength(2);
  expect(await stateOf(last)).toBe('open');
  // Chromium makes this folder when it has to repair.
  expect(await readdir(storageDirectory())).not.toContain('lost');
});
