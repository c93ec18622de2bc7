/** The one window that asks which account: where it opens, for whom, and what closes it. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { AccountPicker } from '../../entrypoints/background/account-picker.ts';
import type { Core } from '../../entrypoints/background/core.ts';
import type { Prompt } from '../../lib/policy/prompt.ts';
import { AppError } from '../../lib/errors.ts';

const BROWSER = { left: 100, top: 50, width: 1280, height: 886 };
const AT = { left: 400, top: 300, bottom: 340, viewWidth: 1280, viewHeight: 800 };

type Opened = Readonly<Record<string, number>>;

const browser = vi.hoisted(() => ({
  session: new Map<string, unknown>(),
  popups: 0,
  opened: [] as Opened[],
  windows: new Set<number>(),
  focused: [] as number[],
  /** What the browser says to a place for a window. */
  takes: (_place: Opened): boolean => true,
  documents: 'there' as 'there' | 'gone',
}));
vi.mock('../../lib/browser/storage.ts', () => ({
  sessionMemory: {
    get: async (key: string) => browser.session.get(key),
    set: async (key: string, value: unknown) => void browser.session.set(key, value),
    remove: async (key: string) => void browser.session.delete(key),
  },
}));
vi.mock('../../lib/browser/action.ts', () => ({
  openPopup: async () => {
    browser.popups += 1;
    return 'opened';
  },
}));
vi.mock('../../lib/browser/tabs.ts', () => ({
  isThere: async () => browser.documents === 'there',
  placeOfTab: async (tabId: number) => ({ windowId: tabId * 100, zoom: 1 }),
}));
vi.mock('../../lib/browser/windows.ts', () => ({
  onWindowClosed: () => undefined,
  findBounds: async () => BROWSER,
  openOwnWindow: async (_path: string, place: Opened) => {
    if (!browser.takes(place)) throw new Error('Invalid value for bounds');
    const id = browser.opened.push(place);
    browser.windows.add(id);
    return id;
  },
  closeWindow: async (id: number) => void browser.windows.delete(id),
  focusWindow: async (id: number) => {
    browser.focused.push(id);
    return browser.windows.has(id) || id >= 100 ? 'focused' : 'gone';
  },
}));

const prompt: Prompt = {
  tabId: 7,
  frameId: 0,
  documentId: 'D',
  origin: 'https://vms.tplinkcloud.com',
  siteId: 'vms-cloud',
  seenMs: 0,
  state: 'waiting',
};
const account = { issuer: 'TP-Link', label: 'maria', status: 'confirmed', sites: ['vms-cloud'] };

let state: 'open' | 'locked';
let accounts: readonly object[];
let prompts: Map<string, Prompt>;
let picker: AccountPicker;

beforeEach(() => {
  Object.assign(browser, { popups: 0, takes: () => true, documents: 'there' });
  browser.session.clear();
  browser.windows.clear();
  browser.opened.length = 0;
  browser.focused.length = 0;
  state = 'open';
  accounts = [
    { ...account, id: 'm' },
    { ...account, id: 'k', label: 'karl' },
    { ...account, id: 'e', sites: [] },
  ];
  prompts = new Map([
    ['prompt', prompt],
    ['other', { ...prompt, tabId: 8 }],
  ]);
  picker = new AccountPicker({
    prompts: { find: async (id: string) => prompts.get(id) },
    signIns: { find: async () => undefined },
    vault: {
      accounts: async () => {
        if (state === 'locked') throw new AppError('vault-locked');
        return accounts;
      },
    },
  } as unknown as Core);
});

describe('it opens', () => {
  test('under the field', async () => {
    await picker.open('prompt', AT);
    expect(browser.opened).toMatchObject([{ left: 500, top: 480 }]);
  });

  test('in the middle of the browser’s window where the field’s place is unknown', async () => {
    await picker.open('prompt');
    const [{ left = 0, width = 0, top = 0, height = 0 } = {}] = browser.opened;
    expect(left + width / 2).toBe(BROWSER.left + BROWSER.width / 2);
    expect(top + height / 2).toBeCloseTo(BROWSER.top + BROWSER.height / 2, 0);
  });

  test('in the middle where the browser will not have it at the field', async () => {
    browser.takes = ({ left }) => left !== 500;
    await picker.open('prompt', AT);
    expect(browser.opened).toMatchObject([{ left: 550 }]);
  });

  test('anywhere where the browser will have it at no place of ours', async () => {
    browser.takes = ({ left }) => left === undefined;
    await picker.open('prompt', AT);
    expect(browser.opened).toHaveLength(1);
  });

  test('once, however often it is asked for; then it is only brought to the front', async () => {
    await Promise.all(Array.from({ length: 100 }, () => picker.open('prompt', AT)));
    expect(browser.opened).toHaveLength(1);
    expect(browser.focused).toHaveLength(99);
  });

  test('for another prompt in place of the first', async () => {
    await picker.open('prompt', AT);
    await picker.open('other', AT);
    expect([...browser.windows]).toEqual([2]);
    expect(await picker.view()).toMatchObject({ promptId: 'other', tabId: 8 });
  });

  test('again after it was closed', async () => {
    await picker.open('prompt', AT);
    browser.windows.clear();
    await picker.open('prompt', AT);
    expect(browser.opened).toHaveLength(2);
  });

  test('with all accounts where none is bound to the site', async () => {
    accounts = [{ ...account, id: 'e', sites: [] }];
    await picker.open('prompt', AT);
    expect([browser.opened.length, browser.popups]).toEqual([1, 0]);
    expect(await picker.view()).toMatchObject({ accounts: [{ id: 'e' }], others: 0 });
  });

  test('not where there is no account: the popup says how to get one', async () => {
    accounts = [];
    await picker.open('prompt', AT);
    expect([browser.opened.length, browser.popups]).toEqual([0, 1]);
  });

  test('not for a prompt nobody knows', async () => {
    await picker.open('unknown', AT);
    expect([browser.opened.length, browser.popups]).toEqual([0, 0]);
  });
});

describe('what it shows', () => {
  test('is the site’s accounts, how many others there are, and which page asks', async () => {
    await picker.open('prompt', AT);
    expect(await picker.view()).toMatchObject({
      promptId: 'prompt',
      host: 'vms.tplinkcloud.com',
      accounts: [{ id: 'k' }, { id: 'm' }],
      others: 1,
    });
  });

  test.each<[string, () => unknown, string]>([
    ['the prompt is gone', () => prompts.clear(), 'prompt-gone'],
    ['its document is gone', () => (browser.documents = 'gone'), 'prompt-gone'],
    ['nobody opened it', () => browser.session.clear(), 'prompt-gone'],
    ['the vault is locked', () => (state = 'locked'), 'vault-locked'],
  ])('is nothing when %s', async (_what, arrange, code) => {
    await picker.open('prompt', AT);
    arrange();
    await expect(picker.view()).rejects.toThrow(code);
  });

  test('may be chosen from for its own prompt only', async () => {
    await picker.open('prompt', AT);
    await picker.check('prompt');
    await expect(picker.check('other')).rejects.toThrow('prompt-gone');
  });
});

describe('it closes', () => {
  beforeEach(async () => {
    await picker.open('prompt', AT);
  });

  test.each([
    { kind: 'locked' },
    { kind: 'prompt-over', promptId: 'prompt' },
    { kind: 'tab-closed', tabId: 7 },
  ] as const)('after $kind, and the focus goes back to the page', async (event) => {
    await picker.handle(event);
    expect(browser.windows.size).toBe(0);
    expect(browser.focused).toEqual([700]);
    await expect(picker.check('prompt')).rejects.toThrow('prompt-gone');
  });

  test('not after what is of another prompt', async () => {
    await picker.handle({ kind: 'prompt-over', promptId: 'other' });
    expect(browser.windows.size).toBe(1);
  });

  test('by the user, who keeps the focus where he went', async () => {
    await picker.handle({ kind: 'window-closed', windowId: 1 });
    expect(browser.focused).toEqual([]);
    await expect(picker.check('prompt')).rejects.toThrow('prompt-gone');
  });
});
