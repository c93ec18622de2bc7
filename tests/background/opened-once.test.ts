/** What a page may make us open, it may ask for a hundred times at once. */
import { beforeEach, expect, test, vi } from 'vitest';
import { backupOffer, offerBackup } from '../../entrypoints/background/backup-offer.ts';
import type { Core } from '../../entrypoints/background/core.ts';
import {
  forgetUnlockShows,
  openUnlockWindow,
  openUnlockWindowFor,
} from '../../entrypoints/background/unlock-window.ts';
import { findSite } from '../../lib/sites/index.ts';
import { PAGE } from './fake-core.ts';

const browser = vi.hoisted(() => ({
  session: new Map<string, unknown>(),
  opened: [] as string[],
  windows: new Set<number>(),
  focused: [] as number[],
  rank: 'in-front' as 'in-front' | 'behind',
}));
vi.mock('../../lib/browser/storage.ts', () => ({
  sessionMemory: {
    get: async (key: string) => browser.session.get(key),
    set: async (key: string, value: unknown) => void browser.session.set(key, value),
    remove: async (key: string) => void browser.session.delete(key),
  },
}));
vi.mock('../../lib/browser/lifecycle.ts', () => ({
  openOwnTab: async (path: string) => void browser.opened.push(path),
}));
vi.mock('../../lib/browser/windows.ts', () => ({
  openOwnWindow: async (path: string) => {
    browser.windows.add(browser.opened.push(path));
    return browser.opened.length;
  },
  focusWindow: async (id: number) => {
    if (!browser.windows.has(id)) return 'gone';
    browser.focused.push(id);
    return 'focused';
  },
  findWindowRank: async (id: number) => (browser.windows.has(id) ? browser.rank : 'gone'),
}));

const core = {
  nowMs: () => 1_800_000_000_000,
  sites: { find: async (origin: string) => findSite(origin) },
} as unknown as Core;

beforeEach(() => {
  browser.session.clear();
  browser.opened.length = 0;
  browser.windows.clear();
  browser.focused.length = 0;
  browser.rank = 'in-front';
});

test('the backup page opens once for a confirmed enrolment', async () => {
  const { scanBackUp } = backupOffer(core);
  await offerBackup(core, PAGE);
  const asked = await Promise.allSettled(
    Array.from({ length: 100 }, async () => scanBackUp({}, PAGE)),
  );
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(browser.opened).toEqual(['/options.html#backup']);
});

test('the backup page opens for the document that confirmed, and for no other of its tab', async () => {
  const { scanBackUp } = backupOffer(core);
  await offerBackup(core, PAGE);
  for (const other of [{ documentId: 'another' }, { frameId: 3 }, { tabId: 8 }]) {
    await expect(scanBackUp({}, { ...PAGE, ...other })).rejects.toThrow('scan-gone');
  }
  expect(browser.opened).toEqual([]);
  await scanBackUp({}, PAGE);
  expect(browser.opened).toHaveLength(1);
});

test('there is one window for keys, and another only when it was closed', async () => {
  await Promise.all(Array.from({ length: 100 }, openUnlockWindow));
  expect(browser.opened).toEqual(['/unlock.html']);
  browser.windows.clear();
  await openUnlockWindow();
  expect(browser.opened).toHaveLength(2);
});

test('asked for by pages, the window for keys comes back once after it was closed', async () => {
  const ask = async () => openUnlockWindowFor('vms-cloud');
  expect(await Promise.all(Array.from({ length: 100 }, ask))).not.toContain('toolbar');
  browser.windows.clear();
  expect(await ask()).toBe('window');
  browser.windows.clear();
  expect(await Promise.all(Array.from({ length: 100 }, ask))).not.toContain('window');
  expect(browser.opened).toHaveLength(2);
  // Another site has asked for none.
  expect(await openUnlockWindowFor('https://nvr.example')).toBe('window');
});

test('while it stands behind another window, pages bring it to the front once', async () => {
  browser.rank = 'behind';
  const asked: string[] = [];
  for (let count = 0; count < 10; count++) asked.push(await openUnlockWindowFor('vms-cloud'));
  expect(asked.filter((where) => where === 'window')).toHaveLength(2);
  expect(browser.opened).toHaveLength(1);
  expect(browser.focused).toHaveLength(1);
});

test.each([
  ['an unlocking', forgetUnlockShows],
  ["the user's own act", openUnlockWindow],
])('after %s, pages may ask anew', async (_what, act) => {
  for (let count = 0; count < 3; count++) {
    await openUnlockWindowFor('vms-cloud');
    browser.windows.clear();
  }
  await act();
  browser.windows.clear();
  expect(await openUnlockWindowFor('vms-cloud')).toBe('window');
});
