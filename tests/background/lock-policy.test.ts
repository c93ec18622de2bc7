/** A vault that is kept unlocked, when an administrator comes to forbid it. */
import { beforeEach, expect, test, vi } from 'vitest';
import { LockController } from '../../entrypoints/background/lock-controller.ts';
import { Administrator, type AdministratorPolicy } from '../../lib/policy/administrator.ts';
import { fakeCore, PAGE } from './fake-core.ts';

vi.mock('../../lib/browser/action.ts', () => ({ showBadge: async () => undefined }));
const alarms = vi.hoisted(() => [] as string[]);
vi.mock('../../lib/browser/alarms.ts', () => ({
  setAlarm: async (name: string) => void alarms.push(name),
}));
vi.mock('../../lib/browser/lock-broadcast.ts', () => ({
  broadcastLock: () => undefined,
  broadcastUnlock: () => undefined,
}));
vi.mock('../../entrypoints/background/health.ts', () => ({
  findWarnings: async () => [],
  missingOf: async () => [],
}));

let done: string[];
beforeEach(() => {
  done = [];
  alarms.length = 0;
});

function controllerOf(state: 'locked' | 'open', policies: AdministratorPolicy[]) {
  const administrator = new Administrator(async () => policies.shift() ?? {});
  const vault = {
    state: async () => state,
    lockIfDue: async (): Promise<string> => state,
    unlock: async () => {
      done.push('unlock');
      return { kind: 'open' };
    },
    touch: async () => void done.push('touch'),
    audit: async () => undefined,
    onLock: () => undefined,
    accounts: async () => [],
    backup: { state: async () => ({ missing: [] }) },
    keys: {
      isKeptUnlocked: async () => true,
      stopKeepingUnlocked: async () => void done.push('stop'),
    },
  };
  const core = { ...fakeCore(vault, () => 0), administrator };
  const hooks = {
    continueAfterUnlock: async () => undefined,
    forgetAfterLock: async () => undefined,
  };
  return { administrator, vault, controller: new LockController(core, hooks) };
}

test('opens with the browser where nothing forbids it', async () => {
  await controllerOf('locked', []).controller.unlockAtBrowserStart();
  expect(done).toEqual(['unlock']);
});

test('stays locked at the start of the browser where it is forbidden', async () => {
  await controllerOf('locked', [{ allowKeepUnlocked: false }]).controller.unlockAtBrowserStart();
  expect(done).toEqual([]);
});

test('loses the stored key with the next unlocking', async () => {
  await controllerOf('open', [{ allowKeepUnlocked: false }]).controller.finishUnlock();
  expect(done).toEqual(['stop']);
});

test('loses it at once, and gets a deadline, where the policy comes while it is open', async () => {
  const { administrator, controller } = controllerOf('open', [{}, { allowKeepUnlocked: false }]);
  await controller.followPolicy();
  expect(done).toEqual(['touch']);
  administrator.forget();
  await controller.followPolicy();
  expect(done).toEqual(['touch', 'stop', 'touch']);
});

test('a vault that cannot say whether its time is up is asked again', async () => {
  const { controller, vault } = controllerOf('open', []);
  vault.lockIfDue = async () => {
    throw new Error('the store fails');
  };
  await controller.check();
  expect(alarms).toEqual(['lock']);
  vault.lockIfDue = async () => 'locked';
  await controller.check();
  expect(alarms).toEqual(['lock']);
});

test.each(['scanSave', 'scanOutcome', 'scanUndo'] as const)(
  'the number on the toolbar button is counted anew after %s',
  async (name) => {
    const { controller } = controllerOf('locked', []);
    const counted = new Promise<void>((resolve) => {
      controller.countForBadge = async () => resolve();
    });
    const handler = async (): Promise<never> => 'done' as never;
    const handlers = controller.withCounting({
      scanSave: handler,
      scanOutcome: handler,
      scanUndo: handler,
    });
    await handlers[name]({ scanId: 'scan', cause: 'press', outcome: 'refused' }, PAGE);
    await counted;
  },
);
