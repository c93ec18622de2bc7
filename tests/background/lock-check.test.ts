/** An open vault looks at its deadline again and again, also where nobody uses it. */
import { beforeEach, expect, test, vi } from 'vitest';
import { LOCK_ALARM, LockController } from '../../entrypoints/background/lock-controller.ts';
import { fakeCore } from './fake-core.ts';

const alarms = vi.hoisted((): [string, number][] => []);
vi.mock('../../lib/browser/action.ts', () => ({ showBadge: async () => undefined }));
vi.mock('../../lib/browser/alarms.ts', () => ({
  setAlarm: async (name: string, atMs: number) => void alarms.push([name, atMs]),
}));
vi.mock('../../lib/browser/lock-broadcast.ts', () => ({
  broadcastLock: () => undefined,
  broadcastUnlock: () => undefined,
}));
vi.mock('../../entrypoints/background/health.ts', () => ({
  findWarnings: async () => [],
  missingOf: async () => [],
}));

const NOW_MS = 1_800_000_000_000;
const next = [LOCK_ALARM, NOW_MS + 60_000];

beforeEach(() => {
  alarms.length = 0;
});

function controllerOf(state: 'open' | 'locked'): LockController {
  const vault = {
    state: async () => state,
    lockIfDue: async () => state,
    audit: async () => undefined,
    onLock: () => undefined,
    accounts: async () => [],
    backup: { state: async () => ({ missing: [] }) },
    keys: { isKeptUnlocked: async () => false },
  };
  const hooks = {
    continueAfterUnlock: async () => undefined,
    forgetAfterLock: async () => undefined,
  };
  return new LockController(
    fakeCore(vault, () => NOW_MS),
    hooks,
  );
}

test('from the unlocking on', async () => {
  await controllerOf('open').finishUnlock();
  expect(alarms).toEqual([next]);
});

test('after a look that found its time not up', async () => {
  await controllerOf('open').check();
  expect(alarms).toEqual([next]);
});

test('but no more after the look that locked it', async () => {
  await controllerOf('locked').check();
  expect(alarms).toEqual([]);
});
