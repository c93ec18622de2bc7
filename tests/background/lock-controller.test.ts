/** When the vault locks and opens by itself: at its deadline, with the browser, as an administrator says. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { LOCK_ALARM, LockController } from '../../entrypoints/background/lock-controller.ts';
import { Administrator, type AdministratorPolicy } from '../../lib/policy/administrator.ts';
import { fakeCore, PAGE } from './fake-core.ts';

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
/** An open vault is asked again in a minute. */
const NEXT_CHECK = [LOCK_ALARM, NOW_MS + 60_000];

let done: string[];
beforeEach(() => {
  done = [];
  alarms.length = 0;
});

interface Given {
  readonly state: 'locked' | 'open';
  readonly isKeptUnlocked?: boolean;
  /** What the administrator says at each look. */
  readonly policies?: AdministratorPolicy[];
}

function controllerOf({ state, isKeptUnlocked = false, policies = [] }: Given) {
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
      isKeptUnlocked: async () => isKeptUnlocked,
      stopKeepingUnlocked: async () => void done.push('stop'),
    },
  };
  const core = { ...fakeCore(vault, () => NOW_MS), administrator };
  const hooks = {
    continueAfterUnlock: async () => undefined,
    forgetAfterLock: async () => undefined,
  };
  return { administrator, vault, controller: new LockController(core, hooks) };
}

describe('an open vault looks at its deadline again and again, also where nobody uses it', () => {
  test('from the unlocking on', async () => {
    await controllerOf({ state: 'open' }).controller.finishUnlock();
    expect(alarms).toEqual([NEXT_CHECK]);
  });

  test('after a look that found its time not up', async () => {
    await controllerOf({ state: 'open' }).controller.check();
    expect(alarms).toEqual([NEXT_CHECK]);
  });

  test('after a look that failed, but no more after the one that locked it', async () => {
    const { controller, vault } = controllerOf({ state: 'open' });
    vault.lockIfDue = async () => {
      throw new Error('the store fails');
    };
    await controller.check();
    expect(alarms).toEqual([NEXT_CHECK]);
    vault.lockIfDue = async () => 'locked';
    await controller.check();
    expect(alarms).toEqual([NEXT_CHECK]);
  });
});

describe('a vault that is kept unlocked', () => {
  test('opens with the browser where nothing forbids it', async () => {
    const { controller } = controllerOf({ state: 'locked', isKeptUnlocked: true });
    await controller.unlockAtBrowserStart();
    expect(done).toEqual(['unlock']);
  });

  test('stays locked at the start of the browser where it is forbidden', async () => {
    const policies = [{ allowKeepUnlocked: false }];
    const { controller } = controllerOf({ state: 'locked', isKeptUnlocked: true, policies });
    await controller.unlockAtBrowserStart();
    expect(done).toEqual([]);
  });

  test('loses the stored key with the next unlocking where it is forbidden', async () => {
    const policies = [{ allowKeepUnlocked: false }];
    const { controller } = controllerOf({ state: 'open', isKeptUnlocked: true, policies });
    await controller.finishUnlock();
    expect(done).toEqual(['stop']);
  });

  test('loses it at once, and gets a deadline, where the policy comes while it is open', async () => {
    const policies = [{}, { allowKeepUnlocked: false }];
    const given = controllerOf({ state: 'open', isKeptUnlocked: true, policies });
    await given.controller.followPolicy();
    expect(done).toEqual(['touch']);
    given.administrator.forget();
    await given.controller.followPolicy();
    expect(done).toEqual(['touch', 'stop', 'touch']);
  });
});

test.each(['scanSave', 'scanOutcome', 'scanUndo'] as const)(
  'the number on the toolbar button is counted anew after %s',
  async (name) => {
    const { controller } = controllerOf({ state: 'locked' });
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
