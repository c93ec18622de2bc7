/** [Note: Ballast] of lib/browser/storage.ts is written in every Chromium, also before 140. */
import { beforeEach, expect, test, vi } from 'vitest';

const written: string[] = [];
const stored: Record<string, unknown> = {};
let ownUrl = '';
const closed: string[] = [];

/** An area that can be closed to content scripts, or fails at it. */
function closable(name: string, how: 'closes' | 'fails') {
  return {
    setAccessLevel: () => {
      if (how === 'fails') throw new Error('no access level');
      closed.push(name);
      return Promise.resolve();
    },
  };
}

/** As in Chromium before 140 and in Firefox, storage.local has no setAccessLevel here. */
vi.mock('webextension-polyfill', () => {
  const local = {
    get: (keys: readonly string[]) =>
      Promise.resolve(Object.fromEntries(keys.map((key) => [key, stored[key]]))),
    set: (items: object) => {
      written.push(...Object.keys(items));
      Object.assign(stored, items);
      return Promise.resolve();
    },
    remove: () => Promise.resolve(),
  };
  const session = {
    get: () => Promise.resolve({}),
    set: () => Promise.resolve(),
    ...closable('session', 'fails'),
  };
  const storage = { local, session, sync: closable('sync', 'closes') };
  return { default: { runtime: { getURL: () => ownUrl }, storage } };
});

beforeEach(() => {
  written.length = 0;
  vi.resetModules();
});

async function writeIn(url: string): Promise<readonly string[]> {
  ownUrl = url;
  const { localRecords } = await import('../../../lib/browser/storage.ts');
  await localRecords.set({ 'vault/head': '{}' });
  return written;
}

test('Chromium gets the ballast before the first write of a session', async () => {
  const names = await writeIn('chrome-extension://abc/');
  expect(names).toContain('ballast');
  expect(names.at(-1)).toBe('vault/head');
});

test('Firefox, whose store is another one, gets none', async () => {
  expect(await writeIn('moz-extension://abc/')).toEqual(['vault/head']);
});

test('Firefox is given heads that have files of their own, and nothing else so long', async () => {
  ownUrl = 'moz-extension://abc/';
  const { localRecords } = await import('../../../lib/browser/storage.ts');
  const heads = { 'vault/head': '{}', 'vault/head-copy': '{}', 'aside/1/vault/head': '{"a":1}' };
  const items = { ...heads, 'vault/manifest': '{}', 'vault/account/head': '{}' };
  await localRecords.set(items);
  const long = Object.entries(stored).filter(([, text]) => String(text).length > 1_048_576);
  expect(long.map(([key]) => key).toSorted()).toEqual(Object.keys(heads).toSorted());
  expect(await localRecords.get(Object.keys(items))).toEqual(items);
});

test('an area that cannot be closed to pages leaves no other one open', async () => {
  const { closeStorageToPages } = await import('../../../lib/browser/storage.ts');
  await expect(closeStorageToPages()).rejects.toThrow('no access level');
  expect(closed).toEqual(['sync']);
});
