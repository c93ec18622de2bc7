import { describe, expect, test } from 'vitest';
import { errorCodeOf } from '../../../lib/errors.ts';
import { VaultStore } from '../../../lib/vault/store/vault-store.ts';
import { Vault } from '../../../lib/vault/vault.ts';
import { START_MS } from './memory-ports.ts';
import { ADDED, openMachine, PASSKEY, sampleAccount, TOUCH } from './samples.ts';

describe('a lock', () => {
  test('takes the key out of the session and closes every door', async () => {
    const { machine, vault, ids } = await openMachine(1);
    const [id = ''] = ids;
    await vault.codes(ids, START_MS);
    await vault.lock();
    expect([...machine.session.keys()]).toEqual([]);
    const doors: (() => Promise<unknown>)[] = [
      async () => vault.accounts('live'),
      async () => vault.account(id),
      async () => vault.codes([id], START_MS),
      async () => vault.codeAt(id, START_MS),
      async () => vault.codeFor(id, 1),
      async () => vault.add(sampleAccount(), ADDED),
      async () => vault.change(id, {}),
      async () => vault.bin(id),
      async () => vault.restore(id),
      async () => vault.delete(id),
      async () => vault.findDuplicate(sampleAccount()),
      async () => vault.audit(),
      async () => vault.exportSecret(id, TOUCH),
      async () => vault.keys.addPasskey(TOUCH, PASSKEY),
      async () => vault.keys.changePassphrase(TOUCH, 'another passphrase'),
      async () => vault.keys.reissueRecoveryCode(TOUCH),
      async () => vault.keys.renamePasskey(PASSKEY.credentialId, 'x'),
      async () => vault.keys.removePasskey(PASSKEY.credentialId),
      async () => vault.keys.keepUnlocked(TOUCH),
      async () => vault.keys.stopKeepingUnlocked(),
      async () => vault.keys.setLockMinutes(5),
      async () => vault.keys.lockMinutes(),
      async () => vault.repair.keepReadable(),
      async () => vault.repair.acceptOlder(),
    ];
    for (const door of doors) await expect(door()).rejects.toThrow('vault-locked');
    expect(await vault.state()).toBe('locked');
  });

  test('wipes every secret that was read', async () => {
    const { machine, ids } = await openMachine(2);
    const store = new VaultStore(machine.ports, () => {});
    const accounts = await store.readAccounts(await store.getOpened(), ids);
    const secrets = [...accounts.values()].map(({ secret }) => secret);
    const isWiped = (secret: Uint8Array): boolean => secret.every((byte) => byte === 0);
    expect(secrets.map(isWiped)).toEqual([false, false]);
    await store.session.lock();
    expect(secrets.map(isWiped)).toEqual([true, true]);
  });

  test('leaves nothing behind that would make wrong codes after the next unlocking', async () => {
    const { vault, ids } = await openMachine(2);
    const right = await vault.codes(ids, START_MS);
    await vault.lock();
    await vault.unlock(TOUCH);
    expect(await vault.codes(ids, START_MS)).toEqual(right);
  });

  test('tells its listeners at once', async () => {
    const { vault } = await openMachine();
    let locks = 0;
    vault.onLock(() => {
      locks += 1;
    });
    const locking = vault.lock();
    expect(locks).toBe(1);
    await locking;
  });

  test('is not undone by a listener that looks at once', async () => {
    const { machine, vault, ids } = await openMachine(1);
    const seen: Promise<unknown>[] = [];
    vault.onLock(() => {
      seen.push(vault.state(), vault.codes(ids, START_MS).catch(errorCodeOf));
    });
    await vault.lock();
    expect(await Promise.all(seen)).toEqual(['locked', 'vault-locked']);
    expect(await vault.state()).toBe('locked');
    expect(machine.session.size).toBe(0);
  });

  test('holds even when the session does not give up the key, and says so', async () => {
    const { machine } = await openMachine(1);
    const { sessionMemory: session } = machine.ports;
    const remove = async (): Promise<never> => Promise.reject(new Error('broken'));
    const vault = new Vault({ ...machine.ports, sessionMemory: { ...session, remove } });
    expect(await vault.state()).toBe('open');
    await expect(vault.lock()).rejects.toThrow('storage-failed');
    expect(await vault.state()).toBe('locked');
    expect(await vault.unlock(TOUCH)).toEqual({ kind: 'open' });
  });

  test('waits in the way of an unlocking that comes at once', async () => {
    const { machine, vault } = await openMachine(1);
    await Promise.all([vault.lock(), vault.unlock(TOUCH)]);
    expect(await new Vault(machine.other()).state()).toBe('open');
  });
});

describe('a lock time that a policy shortens', () => {
  test('holds at once, also for a vault that was to stay unlocked', async () => {
    const { machine } = await openMachine(1);
    const bounds: (number | 'never')[] = [];
    const boundLockMinutes = async (minutes: number | 'never'): Promise<number> => {
      bounds.push(minutes);
      return 2;
    };
    const vault = new Vault({ ...machine.ports, boundLockMinutes });
    await vault.touch();
    machine.clock.nowMs += 110_000;
    expect(await vault.state()).toBe('open');
    machine.clock.nowMs += 20_000;
    expect(await vault.state()).toBe('locked');
    await vault.unlock(TOUCH);
    await vault.keys.keepUnlocked(TOUCH);
    machine.clock.nowMs += 130_000;
    expect(await vault.state()).toBe('locked');
    expect(new Set(bounds)).toEqual(new Set([15, 'never']));
  });
});

test('a lock never makes a code of a wiped secret, whenever it comes', async () => {
  const answers = new Set<string>();
  for (let turns = 0; turns < 40; turns++) {
    const { vault, ids } = await openMachine(1);
    const [id = ''] = ids;
    // Warm: the secret is in memory, and a code needs microtasks only.
    const right = await vault.codeAt(id, START_MS);
    const one = vault.codeAt(id, START_MS).catch(errorCodeOf);
    const all = vault.codes(ids, START_MS).then(([row]) => row?.code, errorCodeOf);
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    await vault.lock();
    for (const answer of [await one, await all]) {
      expect(['vault-locked', right]).toContainEqual(answer);
      answers.add(answer === 'vault-locked' ? 'locked' : 'a code');
    }
  }
  expect(answers).toEqual(new Set(['locked', 'a code']));
});
