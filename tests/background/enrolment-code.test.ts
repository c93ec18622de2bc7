import { beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '../../lib/errors.ts';
import type { Scan } from '../../lib/policy/scan.ts';
import { Scans } from '../../entrypoints/background/scans.ts';
import { Enrolments } from '../../entrypoints/background/enrolments.ts';
import { accountOfSite, fakeCore, givenCode, PAGE, SITE } from './fake-core.ts';

vi.mock('../../lib/browser/api.ts', () => ({ api: {} }));
vi.mock('../../lib/browser/alarms.ts', () => ({ setAlarm: async () => undefined }));
vi.mock('../../lib/browser/storage.ts', () => ({
  sessionMemory: { get: async () => undefined, remove: async () => undefined },
}));
const pushes = vi.hoisted(() => [] as unknown[]);
vi.mock('../../entrypoints/background/push-to-page.ts', () => ({
  pushToPage: async (_to: unknown, push: string, tell: object) => {
    pushes.push({ push, ...tell });
    return 'delivered';
  },
}));

const unlockWindow = vi.hoisted(() => ({ opened: 0 }));
vi.mock('../../entrypoints/background/unlock-window.ts', () => ({
  openUnlockWindowFor: async () => {
    unlockWindow.opened += 1;
    return 'window';
  },
  isUnlockWindowOpen: async () => false,
}));

const NOW = 1_800_000_010_000;

/** An enrolment whose account is saved; `whileWritten` runs as its code is written down as used. */
async function saved(whileWritten: () => void, type: 'totp' | 'hotp' | 'steam' = 'totp') {
  let state = 'open';
  const vault = {
    state: async () => state,
    account: async () => ({ ...accountOfSite('maria'), type }),
    codeAt: async () => ({ digits: '111111', counter: 60, startMs: NOW, endMs: NOW + 30_000 }),
  };
  const core = fakeCore(vault, () => NOW);
  const { scans, released } = core;
  const { tabId, frameId, documentId = '' } = PAGE;
  await scans.put('scan', {
    uri: '',
    atMs: NOW,
    state: 'saved',
    accountId: 'maria',
    from: { tabId, frameId, documentId, siteId: SITE },
  });
  const decide = released.decide.bind(released);
  released.decide = async (id, next) => {
    whileWritten();
    return decide(id, next);
  };
  const { handlers } = new Enrolments(core, new Scans(core));
  return {
    released,
    lock: () => (state = 'locked'),
    code: async () => handlers.scanCode({ scanId: 'scan' }, PAGE),
    save: async () => handlers.scanSave({ scanId: 'scan', cause: 'press' }, PAGE),
  };
}

test('the document that showed the set-up code gets the code of its account', async () => {
  const { code, released } = await saved(() => undefined);
  expect(await code()).toMatchObject({ kind: 'fill', code: { digits: '111111' } });
  expect(await released.find('maria')).toEqual([givenCode(60)]);
});

test('a lock while it is written down keeps the code here: it counts as used', async () => {
  const enrolment = await saved(() => enrolment.lock());
  await expect(enrolment.code()).rejects.toThrow('vault-locked');
  expect(await enrolment.released.find('maria')).toEqual([givenCode(60)]);
});

test('a save whose code is used up says when there is one: Firefox ends a background that waits itself', async () => {
  const { save, released } = await saved(() => undefined);
  await released.put('maria', [givenCode(60)]);
  expect(await save()).toMatchObject({
    kind: 'saved',
    code: { kind: 'wait', untilMs: NOW + 30_000 },
  });
});

test.each(['hotp', 'steam'] as const)('no document gets a code of the kind %s', async (type) => {
  const { code, released } = await saved(() => undefined, type);
  await expect(code()).rejects.toThrow('otp-type-unsupported');
  expect(await released.find('maria')).toBeUndefined();
});

describe('a save that waited for the vault', () => {
  const MINUTE = 60_000;
  const { tabId, frameId, documentId = '' } = PAGE;
  const pending: Scan = {
    uri: 'otpauth://totp/TP-Link:maria?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=TP-Link',
    atMs: NOW - 5 * MINUTE,
    state: 'pending',
    from: { tabId, frameId, documentId, siteId: SITE },
  };
  let vaultState: 'open' | 'locked';
  beforeEach(() => {
    pushes.length = 0;
    unlockWindow.opened = 0;
    vaultState = 'open';
  });

  /** `whileSaved` runs as the vault writes the account, `whileTold` as the page is to hear of it. */
  async function waiting(
    whileSaved: (enrolments: Enrolments) => unknown,
    whileTold: (enrolments: Enrolments) => unknown = () => undefined,
    scan = pending,
  ) {
    const vault = {
      state: async () => vaultState,
      findDuplicate: async () => ({ kind: 'none' }),
      add: async () => {
        await whileSaved(enrolments);
        return accountOfSite('maria');
      },
      account: async () => {
        await whileTold(enrolments);
        return accountOfSite('maria');
      },
      codeAt: async () => ({ digits: '111111', counter: 60, startMs: NOW, endMs: NOW + 30_000 }),
    };
    const core = fakeCore(vault, () => NOW);
    await core.scans.put('scan', scan);
    const enrolments = new Enrolments(core, new Scans(core));
    return { core, enrolments };
  }
  async function lockAt(enrolments: Enrolments): Promise<never> {
    await enrolments.forgetUnsaved();
    throw new AppError('vault-locked');
  }

  test('gives its page the code', async () => {
    const { core, enrolments } = await waiting(() => undefined);
    await enrolments.continueAfterUnlock();
    expect(pushes).toMatchObject([{ push: 'scanSaved', code: { kind: 'fill' } }]);
    expect(await core.scans.find('scan')).toMatchObject({ state: 'saved', uri: '' });
  });

  test.each([
    ['before it was saved', lockAt, undefined, 'expired'],
    ['after it was saved', () => undefined, lockAt, 'saved'],
  ])('leaves no secret behind after a lock that came %s', async (_when, onSave, onTell, state) => {
    const { core, enrolments } = await waiting(onSave, onTell);
    await enrolments.continueAfterUnlock();
    expect(await core.scans.find('scan')).toMatchObject({ state, uri: '' });
    expect(pushes.at(-1)).toMatchObject({ push: 'scanFailed', code: 'vault-locked' });
  });

  describe('and was locked in before its page was told', () => {
    async function lockedIn() {
      let locks = true;
      const started = await waiting(
        () => undefined,
        async (enrolments) => {
          if (!locks) return;
          [locks, vaultState] = [false, 'locked'];
          await lockAt(enrolments);
        },
      );
      await started.enrolments.continueAfterUnlock();
      expect(pushes.at(-1)).toMatchObject({ push: 'scanFailed', code: 'vault-locked' });
      pushes.length = 0;
      return started;
    }
    const press = ({ handlers }: Enrolments) =>
      handlers.scanSave({ scanId: 'scan', cause: 'press' }, PAGE);

    test('is told after the next unlocking, once', async () => {
      const { enrolments } = await lockedIn();
      vaultState = 'open';
      await enrolments.continueAfterUnlock();
      await enrolments.continueAfterUnlock();
      expect(pushes).toMatchObject([{ push: 'scanSaved', code: { kind: 'fill' } }]);
    });

    test('has our window opened by a press on its card, and hears of it after that unlocking', async () => {
      const { core, enrolments } = await lockedIn();
      expect(await press(enrolments)).toEqual({ kind: 'unlocking', where: 'window' });
      expect(unlockWindow.opened).toBe(1);
      expect(await core.scans.find('scan')).toMatchObject({ state: 'saved', uri: '' });
      vaultState = 'open';
      await enrolments.continueAfterUnlock();
      expect(pushes).toMatchObject([{ push: 'scanSaved', code: { kind: 'fill' } }]);
    });

    test('has its card offer anew where that window is closed', async () => {
      const { enrolments } = await lockedIn();
      await press(enrolments);
      await enrolments.forgetUnsaved();
      expect(pushes).toEqual([{ push: 'scanFailed', scanId: 'scan', code: 'vault-locked' }]);
    });

    test('needs no telling where a press was answered with the code', async () => {
      const { enrolments } = await lockedIn();
      vaultState = 'open';
      expect(await press(enrolments)).toMatchObject({ kind: 'saved', code: { kind: 'fill' } });
      await enrolments.continueAfterUnlock();
      expect(pushes).toEqual([]);
    });
  });

  test('that failed is offered again, with the time to decide about it', async () => {
    const { core, enrolments } = await waiting(() => {
      throw new AppError('account-duplicate');
    });
    await enrolments.continueAfterUnlock();
    expect(pushes).toMatchObject([{ push: 'scanFailed', code: 'account-duplicate' }]);
    expect(await core.scans.find('scan')).toEqual({ ...pending, state: 'offered', atMs: NOW });
  });

  test('for longer than a save may wait is given up', async () => {
    const old = { ...pending, atMs: NOW - 11 * MINUTE };
    const { core, enrolments } = await waiting(() => undefined, undefined, old);
    await enrolments.continueAfterUnlock();
    expect(pushes).toMatchObject([{ push: 'scanFailed', code: 'scan-gone' }]);
    expect((await core.scans.find('scan'))?.uri ?? '').toBe('');
  });

  test('gives no code to the page of a site that was taken away', async () => {
    const siteId = 'https://nvr.local';
    const scan = { ...pending, from: { tabId, frameId, documentId, siteId } };
    const { core, enrolments } = await waiting(() => undefined, undefined, scan);
    await enrolments.continueAfterUnlock();
    expect(pushes).toEqual([{ push: 'scanSaved', scanId: 'scan' }]);
    expect(await core.released.rows()).toEqual({});
  });

  test('leaves no row behind where its tab was closed meanwhile', async () => {
    let closed = Promise.resolve();
    const { core, enrolments } = await waiting((now) => {
      closed = now.forgetTab(tabId);
    });
    await enrolments.continueAfterUnlock();
    await closed;
    expect(await core.scans.rows()).toEqual({});
  });
});
