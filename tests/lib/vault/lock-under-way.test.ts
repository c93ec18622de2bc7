import { describe, expect, test } from 'vitest';
import { errorCodeOf } from '../../../lib/errors.ts';
import { Vault } from '../../../lib/vault/vault.ts';
import { ALICE, byCode, foreign } from './backup/backup-samples.ts';
import { type Machine, newMachine, START_MS } from './memory-ports.ts';
import { ADDED, openMachine, PASSKEY, sampleAccount, TOUCH } from './samples.ts';

/** Unlocks, and locks while `held` is on its way into the session: gives all keys that were written. */
async function lockedWhileWriting(machine: Machine, held: string): Promise<readonly string[]> {
  const gate = Promise.withResolvers<undefined>();
  const arrived = Promise.withResolvers<undefined>();
  const written: string[] = [];
  const { sessionMemory: session } = machine.ports;
  const vault = new Vault({
    ...machine.ports,
    sessionMemory: {
      ...session,
      async set(key, value) {
        written.push(key);
        if (key === held) {
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
  return written;
}

describe('a lock', () => {
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

  test('stops a change that is being encrypted', async () => {
    const { machine, ids } = await openMachine(1);
    const before = new Map(machine.disk);
    const vault = new Vault({
      ...machine.ports,
      // Of all ports only this one is asked between the edit and its write: for the nonces.
      randomBytes: (length) => {
        void vault.lock();
        return machine.ports.randomBytes(length);
      },
    });
    const change = vault.change(ids[0] ?? '', { note: 'x' });
    await expect(change).rejects.toThrow('vault-locked');
    expect(machine.disk).toEqual(before);
  });

  const answered: readonly [string, (vault: Vault) => Promise<unknown>][] = [
    ['list of accounts', async (vault) => vault.accounts('live')],
    ['duplicate', async (vault) => vault.findDuplicate(sampleAccount(1))],
  ];
  test.each(answered)('leaves no %s to what was being decrypted', async (_name, act) => {
    const { machine } = await openMachine(3);
    let last = 'under way';
    // Later and later, until it was answered before the lock: how late that is depends on the machine.
    for (let turns = 0; last === 'under way'; turns = Math.ceil(turns * 1.2) + 1) {
      await new Vault(machine.other()).unlock(TOUCH);
      const vault = new Vault(machine.other());
      let settled = 'under way';
      const outcome = act(vault).then(
        () => (settled = 'answered'),
        (thrown: unknown) => (settled = errorCodeOf(thrown)),
      );
      for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
      last = settled;
      await vault.lock();
      if (last === 'under way') expect([turns, await outcome]).toEqual([turns, 'vault-locked']);
    }
    expect(last).toBe('answered');
  });

  test('takes back a key that reaches the session after it', async () => {
    const { machine } = await openMachine(1);
    machine.session.clear();
    await lockedWhileWriting(machine, 'vault/key');
    expect(machine.session.has('vault/key')).toBe(false);
  });

  test('lets no key reach the session that was not there when it came', async () => {
    const { machine } = await openMachine(1);
    machine.session.clear();
    const written = await lockedWhileWriting(machine, 'vault/facts');
    expect(written).not.toContain('vault/key');
  });

  test('does not take back a rotation that is written: the new recovery code is given', async () => {
    const { machine } = await openMachine(1);
    machine.session.clear();
    const { sessionMemory: session } = machine.ports;
    let keys = 0;
    const vault = new Vault({
      ...machine.ports,
      sessionMemory: {
        ...session,
        async set(key, value) {
          // The first is of the unlocking, the second of the rotation.
          if (key === 'vault/key' && ++keys === 2) void vault.lock();
          await session.set(key, value);
        },
      },
    });
    await vault.unlock(TOUCH);
    const answer = await vault.keys.reissueRecoveryCode(TOUCH);
    if (answer.kind !== 'open') throw new Error('the touch is a proof');
    expect(keys).toBe(2);
    expect(await vault.state()).toBe('locked');
    expect(machine.session.has('vault/key')).toBe(false);
    const { recoveryCode } = answer;
    expect(await vault.unlock({ kind: 'recovery-code', recoveryCode })).toEqual({ kind: 'open' });
  });

  test.each<[string, (vault: Vault) => Promise<unknown>]>([
    ['made', (vault) => vault.create({ passkey: PASSKEY })],
    [
      'restored',
      (vault) => {
        const { text, recoveryCode } = foreign([ALICE]);
        return vault.backup.restore(text, byCode(recoveryCode), { passkey: PASSKEY });
      },
    ],
  ])('stands while a vault is %s, and its recovery code is given', async (_how, make) => {
    const machine = newMachine();
    const vault = new Vault(machine.ports);
    let locks = 0;
    machine.beforeSet = (items) => {
      if (!('vault/head' in items)) return;
      locks += 1;
      void vault.lock();
    };
    const { recoveryCode } = (await make(vault)) as { readonly recoveryCode: string };
    expect(locks).toBe(1);
    expect(await vault.state()).toBe('locked');
    expect(machine.session.size).toBe(0);
    expect(await vault.unlock({ kind: 'recovery-code', recoveryCode })).toEqual({ kind: 'open' });
  });

  test('comes at the new deadline, whatever a look that woke up late had read', async () => {
    const { machine } = await openMachine(1);
    const gate = Promise.withResolvers<undefined>();
    let reads = 0;
    const { sessionMemory: session } = machine.ports;
    const vault = new Vault({
      ...machine.ports,
      sessionMemory: {
        ...session,
        async get(key) {
          const value = await session.get(key);
          if (key === 'vault/facts' && ++reads === 2) await gate.promise;
          return value;
        },
      },
    });
    const first = vault.status();
    const late = vault.status();
    await first;
    await vault.keys.setLockMinutes(1);
    gate.resolve(undefined);
    await late;
    expect(reads).toBe(2);
    machine.clock.nowMs += 2 * 60_000;
    expect(await vault.lockIfDue()).toBe('locked');
  });
});
