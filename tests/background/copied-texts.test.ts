/** What is remembered of texts on the clipboard, until they are cleared. */
import { beforeEach, expect, test, vi } from 'vitest';
import { clearCopied, clearCopiedAt, takeDue } from '../../entrypoints/background/copied-texts.ts';
import { type CopiedText, isAnyCopied } from '../../lib/browser/copied-text.ts';

const browser = vi.hoisted(() => ({
  session: new Map<string, unknown>(),
  alarm: undefined as number | undefined,
  clipboard: '',
}));
vi.mock('../../lib/browser/storage.ts', () => ({
  sessionMemory: {
    get: async (key: string) => browser.session.get(key),
    set: async (key: string, value: unknown) => void browser.session.set(key, value),
    remove: async (key: string) => void browser.session.delete(key),
  },
}));
vi.mock('../../lib/browser/alarms.ts', () => ({
  setAlarm: async (_name: string, whenMs: number) => void (browser.alarm = whenMs),
}));
vi.mock('../../lib/browser/clipboard.ts', () => ({
  clearClipboard: async (take: () => Promise<readonly CopiedText[]>) => {
    if (await isAnyCopied(await take(), browser.clipboard)) browser.clipboard = '';
  },
}));

beforeEach(() => {
  browser.session.clear();
  browser.alarm = undefined;
  browser.clipboard = '';
});

/** The alarm goes off at its time, as the clock says it; gives that time. */
async function ring(nowMs = browser.alarm ?? 0): Promise<number | undefined> {
  const whenMs = browser.alarm;
  browser.alarm = undefined;
  await clearCopied(nowMs);
  return whenMs;
}

test('the text that a refused copy did not replace is cleared at its own time', async () => {
  browser.clipboard = 'recovery code';
  await clearCopiedAt(60_000, 'recovery code');
  // It never gets to the clipboard.
  await clearCopiedAt(40_000, '111111');
  expect(await ring()).toBe(40_000);
  expect(browser.clipboard).toBe('recovery code');
  expect(await ring()).toBe(60_000);
  expect(browser.clipboard).toBe('');
});

test('a second copy stays for its whole time, and is cleared then', async () => {
  await clearCopiedAt(30_000, '111111');
  await clearCopiedAt(50_000, '222222');
  browser.clipboard = '222222';
  expect(await ring()).toBe(30_000);
  expect(browser.clipboard).toBe('222222');
  expect(await ring()).toBe(50_000);
  expect(browser.clipboard).toBe('');
});

test('a text that is copied again stays for its whole time', async () => {
  await clearCopiedAt(30_000, '111111');
  await clearCopiedAt(50_000, '111111');
  browser.clipboard = '111111';
  expect(await ring()).toBe(50_000);
  expect(browser.clipboard).toBe('');
});

test('two copies at once are both known', async () => {
  await Promise.all([clearCopiedAt(30_000, '111111'), clearCopiedAt(30_000, '222222')]);
  const due = await takeDue(30_000);
  expect(await isAnyCopied(due, '111111')).toBe(true);
  expect(await isAnyCopied(due, '222222')).toBe(true);
});

test('a clock that was set back meanwhile keeps nothing on the clipboard', async () => {
  browser.clipboard = '111111';
  await clearCopiedAt(4_000_000, '111111');
  await ring(400_000);
  expect(browser.clipboard).toBe('');
});

test('once all is cleared, nothing is known of it, and no alarm stands', async () => {
  await clearCopiedAt(30_000, '111111');
  await clearCopiedAt(50_000, '222222');
  await ring();
  await ring();
  expect([...browser.session.keys()]).toEqual([]);
  expect(browser.alarm).toBeUndefined();
});

test('of many copies the last ones are known', async () => {
  for (let copy = 1; copy <= 30; copy++) await clearCopiedAt(30_000, `text ${copy}`);
  const due = await takeDue(30_000);
  expect(due.length).toBeLessThan(10);
  expect(await isAnyCopied(due, 'text 30')).toBe(true);
});

test('where the session that copied is over, what lies there is left alone', async () => {
  browser.clipboard = '111111';
  await clearCopiedAt(1_000, '111111');
  browser.session.clear();
  await ring();
  expect(browser.clipboard).toBe('111111');
});
