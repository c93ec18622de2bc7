/** The float window: which accounts it shows, where it stands, and that there is one. */
import { beforeEach, expect, test, vi } from 'vitest';
import { floatWindow } from '../../entrypoints/background/float-window.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import { accountOfSite, fakeCore } from './fake-core.ts';

const browser = vi.hoisted(() => ({
  session: new Map<string, unknown>(),
  opened: [] as { readonly width: number; readonly left?: number }[],
  closed: [] as number[],
}));
vi.mock('../../lib/browser/storage.ts', () => ({
  sessionMemory: {
    get: async (key: string) => browser.session.get(key),
    set: async (key: string, value: unknown) => void browser.session.set(key, value),
    remove: async (key: string) => void browser.session.delete(key),
  },
}));
vi.mock('../../lib/browser/windows.ts', () => ({
  openOwnWindow: async (
    _path: string,
    place: { readonly width: number; readonly left?: number },
  ) => {
    if (place.left === 9_000) throw new Error('Bounds must be within the screen.');
    return browser.opened.push(place);
  },
  closeWindow: async (id: number) => void browser.closed.push(id),
}));

let accounts: readonly AccountView[];
beforeEach(() => {
  browser.session.clear();
  browser.opened.length = 0;
  browser.closed.length = 0;
  accounts = ['c', 'b', 'a'].map((id) => accountOfSite(id));
});
const window = floatWindow(fakeCore({ accounts: async () => accounts }, Date.now));
const idsShown = async () => (await window.floatAccounts({})).map(({ id }) => id);

test('for one account it shows that one, and else the pinned ones in their order', async () => {
  await window.floatOpen({ id: 'b' });
  expect(await idsShown()).toEqual(['b']);
  accounts = accounts.map((one) => (one.id === 'b' ? one : { ...one, pinned: 'pinned' }));
  await window.floatOpen({});
  expect(await idsShown()).toEqual(['a', 'c']);
});

test('an only account need not be pinned, and several that are not show none', async () => {
  expect(await idsShown()).toEqual([]);
  accounts = accounts.slice(0, 1);
  expect(await idsShown()).toEqual(['c']);
});

test('pressed twice, there is one window: the newer one', async () => {
  await Promise.all([window.floatOpen({ id: 'a' }), window.floatOpen({ id: 'b' })]);
  expect(browser.opened).toHaveLength(2);
  expect(browser.closed).toEqual([1]);
});

test('it opens where it stood, and elsewhere when that place is off the screen', async () => {
  const at = { left: 40, top: 50, width: 300, height: 200 };
  await window.floatOpen({ id: 'a', at });
  await window.floatOpen({ id: 'a', at: { ...at, left: 9_000 } });
  expect(browser.opened[0]).toEqual(at);
  expect(browser.opened[1]).not.toHaveProperty('left');
});
