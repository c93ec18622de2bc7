/** What is taken away of a site that the user added, and what is left to the others. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { GrantedSites, takeGranted } from '../../entrypoints/background/granted-sites.ts';
import { ManualFills } from '../../entrypoints/background/manual-fills.ts';
import type { Core } from '../../entrypoints/background/core.ts';
import type { AccountPicker } from '../../entrypoints/background/account-picker.ts';
import type { Prompt } from '../../lib/policy/prompt.ts';
import { Queue } from '../../lib/policy/queue.ts';
import { Administrator, isSiteAllowed } from '../../lib/policy/administrator.ts';
import { SiteBook } from '../../lib/policy/site-book.ts';
import { accountOfSite, codeOfStep, fakeCore, waitingSince } from './fake-core.ts';

const browser = vi.hoisted(() => ({
  hosts: new Set<string>(),
  patterns: [] as readonly string[],
  pushed: [] as string[],
  kept: new Map<string, unknown>(),
  tabUrl: undefined as string | undefined,
  tellGranted: () => {},
  /** The tab that it is open for. */
  popup: 'closed' as 'closed' | number,
  popupsOpened: 0,
}));
vi.mock('../../lib/browser/action.ts', () => ({
  isPopupShown: async (tabId: number) => browser.popup === tabId,
  openPopup: async () => {
    browser.popupsOpened += 1;
    return 'opened';
  },
}));
vi.mock('../../lib/browser/i18n.ts', () => ({ words: (key: string) => key }));
vi.mock('../../lib/browser/menus.ts', () => ({ setMenu: async () => undefined }));
vi.mock('../../lib/browser/permissions.ts', () => ({
  readHostAccess: async (pattern: string) =>
    browser.hosts.has(pattern) ? 'granted' : 'not-granted',
  revokeHost: async (pattern: string) => void browser.hosts.delete(pattern),
  onHostGranted: (work: () => void) => void (browser.tellGranted = work),
  onHostRevoked: () => undefined,
}));
vi.mock('../../lib/browser/scripting.ts', () => ({
  injectIntoTab: async () => undefined,
  registerPageScript: async (_file: string, patterns: readonly string[]) => {
    browser.patterns = patterns;
  },
}));
vi.mock('../../lib/browser/storage.ts', () => ({
  sessionMemory: {
    get: async (key: string) => browser.kept.get(key),
    set: async (key: string, value: unknown) => void browser.kept.set(key, value),
    remove: async (key: string) => void browser.kept.delete(key),
  },
}));
vi.mock('../../lib/browser/tabs.ts', () => ({
  findTabUrl: async () => browser.tabUrl,
  isThere: async () => true,
}));
vi.mock('../../entrypoints/background/popup-window.ts', () => ({ showPopup: vi.fn() }));
vi.mock('../../entrypoints/background/unlock-window.ts', () => ({ openUnlockWindow: vi.fn() }));
vi.mock('../../entrypoints/background/push-to-page.ts', () => ({
  pushToPage: async (_to: unknown, push: string) => {
    browser.pushed.push(push);
    return 'delivered';
  },
}));

const PATTERN = 'https://nvr.local/*';
const [ONE, OTHER] = ['https://nvr.local:8043', 'https://nvr.local:9443'] as const;

let core: Core;
let granted: GrantedSites;
beforeEach(async () => {
  browser.hosts = new Set([PATTERN]);
  browser.kept.clear();
  [browser.popup, browser.popupsOpened] = ['closed', 0];
  core = fakeCore({}, () => 1_800_000_000_000);
  for (const origin of [ONE, OTHER]) await core.sites.grant(origin, 1);
  granted = new GrantedSites(core);
  await granted.sync();
});

const origins = async (): Promise<readonly string[]> =>
  (await core.sites.grants()).map(({ origin }) => origin);

test('of two ports of one host, the other one is still filled when one is taken away', async () => {
  await granted.handlers.siteRevoke({ siteId: ONE });
  expect(await origins()).toEqual([OTHER]);
  expect([...browser.hosts]).toEqual([PATTERN]);
  expect(browser.patterns).toEqual([PATTERN]);
});

test('with the last of them the browser gets its permission back', async () => {
  await granted.handlers.siteRevoke({ siteId: ONE });
  await granted.handlers.siteRevoke({ siteId: OTHER });
  expect(await origins()).toEqual([]);
  expect([...browser.hosts]).toEqual([]);
  expect(browser.patterns).toEqual([]);
});

describe('a site that the user wants', () => {
  const WANTED = 'https://recorder.lan';
  const PLACE = { tabId: 7, siteId: WANTED };
  const MINUTE = 60_000;
  let nowMs = 0;
  /** The browser asks about the site, and lets us run there after `ms`. */
  async function letIn(ms: number): Promise<void> {
    nowMs = 1_800_000_000_000;
    browser.tabUrl = `${WANTED}/login`;
    granted = new GrantedSites({ ...core, nowMs: () => nowMs });
    await granted.handlers.siteWant({ tabId: 7 });
    nowMs += ms;
    browser.hosts.add(`${WANTED}/*`);
    browser.tellGranted();
    await vi.waitFor(() => expect(browser.kept.has('wanted-site')).toBe(false));
    // Whatever follows from the grant is done in the queue of `sync`.
    await granted.sync();
    await granted.sync();
  }

  test('goes on in the popup that the question of the browser has closed', async () => {
    await letIn(MINUTE);
    await vi.waitFor(() => expect(browser.popupsOpened).toBe(1));
    expect(await takeGranted({ ...PLACE, tabId: 8 }, nowMs)).toBeUndefined();
    expect(await takeGranted(PLACE, nowMs)).toBe('just-now');
    expect(await takeGranted(PLACE, nowMs)).toBeUndefined();
  });

  test.each([
    ['over another site in that tab', { ...PLACE, siteId: ONE }, 0],
    ['much later', PLACE, MINUTE + 1],
    ['with a clock that was set back', PLACE, -1],
  ])('is not told of %s, where no popup came up then', async (_when, place, afterMs) => {
    await letIn(MINUTE);
    await vi.waitFor(() => expect(browser.popupsOpened).toBe(1));
    expect(await takeGranted(place, nowMs + afterMs)).toBeUndefined();
  });

  test('goes on in the popup that asked, where that is still open', async () => {
    browser.popup = 7;
    await letIn(MINUTE);
    await vi.waitFor(async () => expect(await origins()).toContain(WANTED));
    expect(browser.popupsOpened).toBe(0);
    expect(await takeGranted(PLACE, nowMs)).toBeUndefined();
  });

  test('is added once the browser lets us run there', async () => {
    await letIn(MINUTE);
    await vi.waitFor(async () => expect(await origins()).toContain(WANTED));
  });

  test('is not added by a permission that comes much later, for something else', async () => {
    await letIn(6 * MINUTE);
    expect(await origins()).toEqual([ONE, OTHER]);
  });
});

describe('a page of the site that stays open', () => {
  const NOW = 1_800_000_000_000;
  const prompt: Prompt = { ...waitingSince(NOW), origin: ONE, siteId: ONE };
  const account = { ...accountOfSite('maria'), sites: [ONE] };
  let fills: ManualFills;
  let changed: string[];
  beforeEach(async () => {
    [browser.pushed, changed] = [[], []];
    const vault = {
      state: async () => 'open',
      accounts: async () => [account],
      account: async () => ({ ...account, sites: [] }),
      change: async (id: string) => void changed.push(id),
      codeAt: async (_id: string, atMs: number) => codeOfStep('111111', atMs),
    };
    core = { ...core, vault: vault as unknown as Core['vault'] };
    fills = new ManualFills(core, new Queue(), {} as AccountPicker);
    await core.prompts.put('prompt', prompt);
  });

  test('gets the code by the keyboard command while the site is there', async () => {
    await fills.fillByCommand(prompt.tabId);
    expect(browser.pushed).toEqual(['fill']);
  });

  test('is forgotten with the site', async () => {
    await new GrantedSites(core).handlers.siteRevoke({ siteId: ONE });
    expect(await core.prompts.rows()).toEqual({});
  });

  test('gets nothing once the site is taken away, and no account is bound to it', async () => {
    await core.sites.revoke(ONE);
    await fills.fillByCommand(prompt.tabId);
    await core.prompts.put('prompt', prompt);
    expect(await fills.fillTab({ tabId: prompt.tabId, id: 'maria' })).toEqual({
      outcome: 'no-prompt',
    });
    await core.prompts.put('prompt', prompt);
    await expect(fills.fillPrompt('prompt', 'maria')).rejects.toThrow('prompt-gone');
    expect(browser.pushed).toEqual([]);
    expect(changed).toEqual([]);
    expect(await core.released.rows()).toEqual({});
  });
});

describe("an administrator's sites", () => {
  const NAMED = 'https://vms.example.com';
  /** Gives a function that changes the policy while the browser runs. */
  async function syncUnder(policy: object): Promise<(next: object) => Promise<void>> {
    let now = policy;
    const kept = new Map<string, unknown>();
    const administrator = new Administrator(async () => now);
    const sites = new SiteBook(
      {
        read: async (key) => kept.get(key),
        write: async (key, value) => void kept.set(key, value),
      },
      async () => {
        const read = await administrator.policy();
        return (origin) => isSiteAllowed(read, origin);
      },
    );
    core = { ...core, administrator, sites };
    await core.sites.grant(ONE, 1);
    granted = new GrantedSites(core);
    await granted.sync();
    return async (next) => {
      now = next;
      administrator.forget();
      await granted.sync();
    };
  }

  test('are added without a question where the browser lets us run', async () => {
    browser.hosts.add(`${NAMED}/*`);
    await syncUnder({ sites: [NAMED] });
    expect(await origins()).toEqual([ONE, NAMED]);
    expect([...browser.patterns].toSorted()).toEqual([PATTERN, `${NAMED}/*`].toSorted());
  });

  test('wait where it does not', async () => {
    await syncUnder({ sites: [NAMED] });
    expect(await origins()).toEqual([ONE]);
  });

  test('are the only ones where others are forbidden; those the user added come back after', async () => {
    const change = await syncUnder({ sites: [NAMED], allowOtherSites: false });
    expect(await origins()).toEqual([]);
    expect(await core.sites.find(ONE)).toBeUndefined();
    expect(browser.patterns).toEqual([]);
    await change({});
    expect(await origins()).toEqual([ONE]);
    expect(browser.patterns).toEqual([PATTERN]);
  });
});
