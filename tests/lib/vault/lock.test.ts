import { describe, expect, test } from 'vitest';
import { errorCodeOf } from '../../../lib/errors.ts';
import { Vault } from '../../../lib/vault/vault.ts';
import { newMachine, START_MS } from './memory-ports.ts';
import { ADDED, openMachine, PASSKEY, restarted, sampleAccount, TOUCH } from './samples.ts';

const MINUTE_MS = 60_000;

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

  test.each([0, 1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50])(
    'is not undone by what is under way (lock after %i turns)',
    async (turns) => {
      const { machine, ids } = await openMachine(3);
      const vault = new Vault(machine.other());
      const running = Promise.allSettled([
        vault.codes(ids, START_MS),
        vault.add(sampleAccount(9), ADDED),
        vault.touch(),
        vault.status(),
        vault.unlock(TOUCH),
      ]);
      for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
      await vault.lock();
      await running;
      expect(await vault.state()).toBe('locked');
      expect(machine.session.has('vault/key')).toBe(false);
      await expect(vault.codes(ids, START_MS)).rejects.toThrow('vault-locked');
    },
  );

  const underWay: readonly [string, (vault: Vault, id: string) => Promise<unknown>][] = [
    ['codes', async (vault, id) => vault.codes([id], START_MS)],
    ['a code', async (vault, id) => vault.codeAt(id, START_MS)],
    ['a save', async (vault) => vault.add(sampleAccount(9), ADDED)],
    ['a change', async (vault, id) => vault.change(id, { note: 'x' })],
    ['an export', async (vault, id) => vault.exportSecret(id, TOUCH)],
    ['an unlocking', async (vault) => vault.unlock(TOUCH)],
    ['an audit', async (vault) => vault.audit()],
    ['a new recovery code', async (vault) => vault.keys.reissueRecoveryCode(TOUCH)],
  ];
  test.each(underWay)('stops %s that waits for the store', async (_name, act) => {
    const { machine, ids } = await openMachine(1);
    const before = new Map(machine.disk);
    // The store answers the read number `held` only after the lock, for every read there is.
    for (let held = 1; held < 8; held++) {
      const gate = Promise.withResolvers<undefined>();
      const arrived = Promise.withResolvers<'held' | 'settled'>();
      let reads = 0;
      const { records } = machine.ports;
      const vault = new Vault({
        ...machine.ports,
        records: {
          ...records,
          async get(keys) {
            reads += 1;
            if (reads === held) {
              arrived.resolve('held');
              await gate.promise;
            }
            return records.get(keys);
          },
        },
      });
      const outcome = act(vault, ids[0] ?? '')
        .then(() => 'done', errorCodeOf)
        .finally(() => {
          arrived.resolve('settled');
        });
      const arrival = await arrived.promise;
      if (
        arrival === 'settled' ||
        machine.disk.get('vault/manifest') !== before.get('vault/manifest')
      ) {
        // Fewer reads than that, or the write was already begun: then it is finished and told.
        gate.resolve(undefined);
        expect([held > 1, await outcome]).toEqual([true, 'done']);
        return;
      }
      await vault.lock();
      gate.resolve(undefined);
      expect([held, await outcome]).toEqual([held, 'vault-locked']);
      expect(machine.disk).toEqual(before);
      expect(machine.session.size).toBe(0);
      await new Vault(machine.other()).unlock(TOUCH);
    }
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
    const { session } = machine.ports;
    const remove = async (): Promise<never> => Promise.reject(new Error('broken'));
    const vault = new Vault({ ...machine.ports, session: { ...session, remove } });
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

  test('takes back a key that reaches the session after it', async () => {
    const { machine } = await openMachine(1);
    machine.session.clear();
    const gate = Promise.withResolvers<undefined>();
    const arrived = Promise.withResolvers<undefined>();
    const { session } = machine.ports;
    const vault = new Vault({
      ...machine.ports,
      session: {
        ...session,
        async set(key, value) {
          if (key === 'vault/key') {
            arrived.resolve(undefined);
            await gate.promise;
          }
          await session.set(key, value);
        },
      },
    });
    const outcome = vault.unlock(TOUCH).then(() => 'done', errorCodeOf);
    await arrived.promise;
    await vault.lock();
    gate.resolve(undefined);
    expect(await outcome).toBe('vault-locked');
    expect(machine.session.has('vault/key')).toBe(false);
  });

  test('never makes a code of a wiped secret, whenever it comes', async () => {
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
});

describe('the deadline', () => {
  test('is 15 minutes after the last use, at every use, without an alarm', async () => {
    const { machine, vault } = await openMachine();
    machine.clock.nowMs += 15 * MINUTE_MS - 1;
    expect(await vault.state()).toBe('open');
    machine.clock.nowMs += 1;
    await expect(vault.accounts('live')).rejects.toThrow('vault-locked');
    expect(machine.session.has('vault/key')).toBe(false);
  });

  test('moves with use, and survives the death of the background', async () => {
    const { machine, vault } = await openMachine();
    machine.clock.nowMs += 10 * MINUTE_MS;
    await vault.touch();
    machine.clock.nowMs += 10 * MINUTE_MS;
    const woken = new Vault(machine.other());
    expect(await woken.lockIfDue()).toBe('open');
    machine.clock.nowMs += 5 * MINUTE_MS;
    expect(await new Vault(machine.other()).lockIfDue()).toBe('locked');
    expect(machine.session.has('vault/key')).toBe(false);
  });

  test('does not move by looking', async () => {
    const { machine, vault } = await openMachine();
    for (let minute = 0; minute < 15; minute++) {
      await vault.accounts('live');
      machine.clock.nowMs += MINUTE_MS;
    }
    expect(await vault.state()).toBe('locked');
  });

  test('is the user’s to set, kept in the vault, at once', async () => {
    const { machine, vault } = await openMachine();
    await vault.keys.setLockMinutes(2);
    const again = restarted(machine);
    await again.unlock(TOUCH);
    expect(await again.keys.lockMinutes()).toBe(2);
    machine.clock.nowMs += 2 * MINUTE_MS;
    expect(await again.state()).toBe('locked');
  });

  test.each([0, -1, 1.5, 1441, Number.NaN])('cannot be set to %d minutes', async (minutes) => {
    const { vault } = await openMachine();
    await expect(vault.keys.setLockMinutes(minutes)).rejects.toThrow('request-malformed');
  });

  test.each([
    [60_000, 'open'],
    [60_001, 'locked'],
  ])('a clock that goes back by %i ms leaves the vault %s', async (backMs, state) => {
    const { machine, vault } = await openMachine();
    machine.clock.nowMs += 5 * MINUTE_MS;
    await vault.touch();
    machine.clock.nowMs -= backMs;
    expect(await vault.state()).toBe(state);
    expect(await new Vault(machine.other()).state()).toBe(state);
  });

  test('is not stretched by a clock that goes back behind a mere look', async () => {
    const { machine, vault } = await openMachine();
    machine.clock.nowMs += 10 * MINUTE_MS;
    await vault.accounts('live');
    machine.clock.nowMs -= 5 * MINUTE_MS;
    expect(await vault.state()).toBe('locked');
  });

  test('cannot be brought back by a touch that is under way', async () => {
    const { machine, vault } = await openMachine();
    machine.clock.nowMs += 5 * MINUTE_MS;
    await Promise.all([vault.touch(), vault.lock()]);
    expect(machine.session.has('vault/key')).toBe(false);
    expect(await new Vault(machine.other()).state()).toBe('locked');
  });

  test('does not exist while the user keeps this computer unlocked', async () => {
    const { machine, vault } = await openMachine();
    expect(await vault.keys.keepUnlocked(TOUCH)).toEqual({ kind: 'open' });
    machine.clock.nowMs += 30 * 24 * 60 * MINUTE_MS;
    expect(await vault.state()).toBe('open');
    const again = restarted(machine);
    expect(await again.state()).toBe('locked');
    expect(await again.unlock({ kind: 'this-computer' })).toEqual({ kind: 'open' });
    await again.keys.stopKeepingUnlocked();
    expect(machine.computerKey).toBeUndefined();
    expect(await restarted(machine).unlock({ kind: 'this-computer' })).toEqual({ kind: 'wrong' });
  });
});

test.each([
  ['nothing', undefined],
  ['an array', []],
  ['a key that is too short', { vaultId: 'A'.repeat(22), key: 'AAAA' }],
  ['a foreign key', { vaultId: 'A'.repeat(22), key: Buffer.alloc(32).toString('base64') }],
])('a session that holds %s is a locked vault', async (_name, item) => {
  const { machine } = await openMachine();
  machine.session.set('vault/key', item);
  expect(await new Vault(machine.other()).state()).toBe('locked');
});

test('a machine without a vault has nothing to lock', async () => {
  const vault = new Vault(newMachine().ports);
  await vault.lock();
  await vault.touch();
  expect(await vault.lockIfDue()).toBe('locked');
  expect(await vault.state()).toBe('absent');
});
