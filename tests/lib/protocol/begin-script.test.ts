import { afterEach, expect, test, vi } from 'vitest';
import { beginScript } from '../../../lib/protocol/begin-script.ts';

const begun: (AbortController | undefined)[] = [];
afterEach(() => {
  for (const life of begun.splice(0)) life?.abort();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function begin(name: Parameters<typeof beginScript>[0]): AbortController | undefined {
  const life = beginScript(name);
  begun.push(life);
  return life;
}

test('a script lives in its document once, and each script has a life of its own', () => {
  expect(begin('prompt')).toBeDefined();
  expect(begin('prompt')).toBeUndefined();
  expect(begin('fill')).toBeDefined();
});

test('a script that has ended may begin again, as where its site is granted later', () => {
  begin('prompt')?.abort();
  expect(begin('prompt')).toBeDefined();
});

test('an update of the extension ends it', () => {
  vi.useFakeTimers();
  const runtime: { id?: string } = { id: 'nightlatch' };
  vi.stubGlobal('chrome', { runtime });
  const life = begin('enrol');
  vi.advanceTimersByTime(60_000);
  expect(life?.signal.aborted).toBe(false);
  delete runtime.id;
  vi.advanceTimersByTime(60_000);
  expect(life?.signal.aborted).toBe(true);
});
