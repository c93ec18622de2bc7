/** The keyboard command that copies a code while another program is in front. */
import { beforeEach, expect, test, vi } from 'vitest';
import { CopyCommand } from '../../entrypoints/background/copy-command.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import { accountOfSite, codeOfStep, fakeCore } from './fake-core.ts';

const NOW_MS = 1_800_000_012_000;

const browser = vi.hoisted(() => ({
  session: new Map<string, unknown>(),
  /** What happened, in order. */
  events: [] as string[],
  refusal: undefined as Error | undefined,
}));
vi.mock('../../lib/browser/storage.ts', () => ({
  sessionMemory: {
    get: async (key: string) => browser.session.get(key),
    set: async (key: string, value: unknown) => void browser.session.set(key, value),
    remove: async (key: string) => void browser.session.delete(key),
  },
}));
vi.mock('../../lib/browser/alarms.ts', () => ({
  setAlarm: async (name: string, whenMs: number) =>
    void browser.events.push(`${name} in ${whenMs - NOW_MS}`),
}));
vi.mock('../../lib/browser/clipboard.ts', () => ({
  copyFromBackground: async (text: string) => {
    if (browser.refusal) throw browser.refusal;
    browser.events.push(`copied ${text}`);
    return 'copied';
  },
}));
vi.mock('../../lib/browser/lifecycle.ts', () => ({
  openOwnTab: async (path: string) => void browser.events.push(`tab ${path}`),
}));
vi.mock('../../lib/browser/windows.ts', () => ({
  openOwnWindow: async (path: string) => browser.events.push(`window ${path}`),
  focusWindow: async () => 'gone',
  findWindowRank: async () => 'gone',
}));
vi.mock('../../lib/browser/i18n.ts', () => ({
  words: (key: string, ...substitutions: readonly (string | number)[]) =>
    [key, ...substitutions].join(' '),
}));
vi.mock('../../lib/browser/notifications.ts', () => ({
  notify: async (...texts: readonly string[]) =>
    void browser.events.push(`notice ${texts.join(', ')}`),
}));

/** The code of an account ends in its number, so that a test can tell them apart. */
const digitsOf = (id: string): string => `12345${id.at(-1)}`;

let access: 'none' | 'open';
let accounts: readonly AccountView[];
let nowMs: number;
let command: CopyCommand;
beforeEach(() => {
  browser.session.clear();
  browser.events.length = 0;
  browser.refusal = undefined;
  access = 'open';
  accounts = [];
  nowMs = NOW_MS;
  const vault = {
    status: async () => ({ access }),
    accounts: async () => accounts,
    codeAt: async (id: string, atMs: number) => codeOfStep(digitsOf(id), atMs),
  };
  command = new CopyCommand(fakeCore(vault, () => nowMs));
});

const account = accountOfSite;
const pinned = (id: string): AccountView => ({ ...account(id), pinned: 'pinned' });
const counted: AccountView = { ...account('a'), type: 'hotp', counter: 0 };

test('the first pinned account is copied, after the clearing was ordered; the notice holds neither code nor name', async () => {
  accounts = [account('account-1'), pinned('account-3'), pinned('account-2')];
  await command.run();
  expect(browser.events).toEqual([
    'clipboard in 30000',
    'copied 123452',
    'notice notice_copied, notice_copied_what 18',
  ]);
});

test('an only account need not be pinned', async () => {
  accounts = [account('account-1')];
  await command.run();
  expect(browser.events).toContain('copied 123451');
});

test.each([
  ['no account', []],
  ['several, and none is pinned', [account('account-1'), account('account-2')]],
  ['one by counter, whose codes are used up', [counted]],
])('with %s nothing is copied, and the settings show what to do', async (_what, given) => {
  accounts = given;
  await command.run();
  expect(browser.events).toEqual(['tab /options.html#appearance']);
});

test('while locked it asks for unlocking, and copies after it, once', async () => {
  accounts = [account('account-1')];
  access = 'none';
  await command.run();
  expect(browser.events).toEqual(['window /unlock.html']);
  access = 'open';
  await command.continueAfterUnlock();
  await command.continueAfterUnlock();
  expect(browser.events.filter((event) => event.startsWith('copied'))).toEqual(['copied 123451']);
});

test('an unlocking for something else copies nothing', async () => {
  accounts = [account('account-1')];
  await command.continueAfterUnlock();
  expect(browser.events).toEqual([]);
});

test.each([
  ['much later', () => void (nowMs += 121_000)],
  ['after the window was closed', () => command.forget()],
])('an unlocking %s copies nothing', async (_when, meanwhile) => {
  accounts = [account('account-1')];
  access = 'none';
  await command.run();
  await meanwhile();
  access = 'open';
  await command.continueAfterUnlock();
  expect(browser.events.filter((event) => event.startsWith('copied'))).toEqual([]);
});

test('what could not be copied is said, and the command goes on working', async () => {
  accounts = [account('account-1')];
  browser.refusal = new Error('no clipboard');
  await command.run();
  expect(browser.events).toContain('notice notice_not_copied, notice_not_copied_what');
  browser.refusal = undefined;
  await command.run();
  expect(browser.events).toContain('copied 123451');
});

test('nothing is handed out when no command was given', () => {
  expect(command.handlers.clipboardWanted({})).toEqual({});
});
