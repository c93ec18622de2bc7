/** [Note: Ballast] of lib/browser/storage.ts is written in every Chromium, also before 140. */
import { beforeEach, expect, test, vi } from 'vitest';

const written: string[] = [];
let ownUrl = '';

/** As in Chromium before 140 and in Firefox, storage.local has no setAccessLevel here. */
vi.mock('webextension-polyfill', () => {
  const local = {
    set: (items: object) => {
      written.push(...Object.keys(items));
      return Promise.resolve();
    },
    remove: () => Promise.resolve(),
  };
  const session = { get: () => Promise.resolve({}), set: () => Promise.resolve() };
  return { default: { runtime: { getURL: () => ownUrl }, storage: { local, session } } };
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
