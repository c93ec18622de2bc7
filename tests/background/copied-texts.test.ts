/** What is remembered of a text on the clipboard, until it is cleared. */
import { beforeEach, expect, test, vi } from 'vitest';
import { clearCopied, clearCopiedAt } from '../../entrypoints/background/copied-texts.ts';
import { type CopiedText, isCopiedText } from '../../lib/browser/copied-text.ts';

const browser = vi.hoisted(() => ({
  session: new Map<string, unknown>(),
  alarms: [] as number[],
  cleared: [] as CopiedText[],
}));
vi.mock('../../lib/browser/storage.ts', () => ({
  sessionMemory: {
    get: async (key: string) => browser.session.get(key),
    set: async (key: string, value: unknown) => void browser.session.set(key, value),
  },
}));
vi.mock('../../lib/browser/alarms.ts', () => ({
  setAlarm: async (_name: string, whenMs: number) => void browser.alarms.push(whenMs),
}));
vi.mock('../../lib/browser/clipboard.ts', () => ({
  clearClipboard: async (copied: CopiedText) => void browser.cleared.push(copied),
}));

beforeEach(() => {
  browser.session.clear();
  browser.alarms.length = 0;
  browser.cleared.length = 0;
});

test('the last copy is the one that is cleared, at its own time', async () => {
  await clearCopiedAt(1_000, '111111');
  await clearCopiedAt(2_000, '222222');
  await clearCopied();
  const [copied] = browser.cleared;
  expect(browser.alarms).toEqual([1_000, 2_000]);
  expect(copied && (await isCopiedText(copied, '222222'))).toBe(true);
  expect(copied && (await isCopiedText(copied, '111111'))).toBe(false);
});

test('where the session that copied is over, what lies there is left alone', async () => {
  await clearCopiedAt(1_000, '111111');
  browser.session.clear();
  await clearCopied();
  expect(browser.cleared).toEqual([]);
});
