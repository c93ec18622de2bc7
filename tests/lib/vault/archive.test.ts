import { describe, expect, test } from 'vitest';
import { Vault } from '../../../lib/vault/vault.ts';
import { START_MS } from './memory-ports.ts';
import { openMachine, PASSKEY, restarted, TOUCH } from './samples.ts';
import { setHeads } from './tamper.ts';

describe('a vault nobody can open any more', () => {
  test('lies aside as it was, and a first run begins', async () => {
    const { machine } = await openMachine(2);
    machine.computerKey = Uint8Array.of(1);
    machine.disk.set('settings/theme', 'dark');
    const before = new Map(machine.disk);
    const vault = restarted(machine);
    await vault.repair.archive();
    expect(await vault.state()).toBe('absent');
    expect(await vault.backup.archived()).toBe('kept');
    const kept = new Map<string, string>();
    for (const [name, value] of machine.disk) {
      if (name.startsWith('aside/')) kept.set(name.slice(`aside/${START_MS}/`.length), value);
    }
    for (const [name, value] of before) {
      if (!name.startsWith('vault/')) expect(machine.disk.get(name)).toBe(value);
      // The index is made of the records whenever there is none.
      else if (name !== 'vault/index') expect(kept.get(name)).toBe(value);
    }
    expect([...machine.disk.keys()].filter((key) => key.startsWith('vault/'))).toEqual([]);
    // Else it would open what lies aside.
    expect(machine.computerKey).toBeUndefined();
    await vault.create({ passkey: PASSKEY });
    expect(await vault.state()).toBe('open');
    expect(await vault.accounts('live')).toEqual([]);
  });

  test('put back by hand, it opens with all its accounts', async () => {
    const { machine } = await openMachine(2);
    await restarted(machine).repair.archive();
    for (const [name, value] of machine.disk) {
      machine.disk.set(name.slice(`aside/${START_MS}/`.length), value);
    }
    const vault = restarted(machine);
    await vault.unlock(TOUCH);
    expect(await vault.audit()).toEqual([]);
    expect(await vault.accounts('live')).toHaveLength(2);
  });

  test('takes the spare head along, which may be the only good one', async () => {
    const { machine } = await openMachine(2);
    machine.disk.set('vault/head', 'x').set('vault/head-copy', 'x');
    await restarted(machine).repair.archive();
    const spare = machine.disk.get(`aside/${START_MS}/vault/head-spare`) ?? '';
    for (const [name, value] of machine.disk) {
      machine.disk.set(name.slice(`aside/${START_MS}/`.length), value);
    }
    setHeads(machine, spare);
    const vault = restarted(machine);
    expect(await vault.unlock(TOUCH)).toEqual({ kind: 'open' });
    expect(await vault.accounts('live')).toHaveLength(2);
  });

  test('is refused while it is open: somebody could', async () => {
    const { vault, machine } = await openMachine(1);
    const before = new Map(machine.disk);
    await expect(vault.repair.archive()).rejects.toThrow('vault-exists');
    expect(machine.disk).toEqual(before);
    expect(await vault.state()).toBe('open');
  });

  test.each([
    ['absent', 'vault-absent'],
    ['missing', 'vault-missing'],
    ['damaged', 'vault-damaged'],
  ])('is not one that is %s', async (condition, code) => {
    const { machine } = await openMachine(1);
    if (condition === 'damaged') setHeads(machine, 'x');
    else machine.disk.clear();
    if (condition === 'absent') machine.mark = undefined;
    const before = new Map(machine.disk);
    await expect(restarted(machine).repair.archive()).rejects.toThrow(code);
    expect(machine.disk).toEqual(before);
  });

  test.each(['set', 'remove'] as const)(
    'is still there when the store fails at its %s',
    async (act) => {
      const { machine } = await openMachine(1);
      machine.session.clear();
      const broken = {
        ...machine.ports.records,
        [act]: async () => Promise.reject(new Error('killed')),
      };
      const vault = new Vault({ ...machine.ports, records: broken });
      await expect(vault.repair.archive()).rejects.toThrow('storage-failed');
      const again = restarted(machine);
      expect(await again.unlock(TOUCH)).toEqual({ kind: 'open' });
      expect(await again.accounts('live')).toHaveLength(1);
    },
  );

  test('is not put aside by a copy that the store did not keep', async () => {
    const { machine } = await openMachine(1);
    machine.session.clear();
    const forgetful = { ...machine.ports.records, set: async () => undefined };
    const vault = new Vault({ ...machine.ports, records: forgetful });
    await expect(vault.repair.archive()).rejects.toThrow('storage-failed');
    expect(await restarted(machine).unlock(TOUCH)).toEqual({ kind: 'open' });
  });

  test('is not opened by an unlocking that had read it before', async () => {
    const { machine } = await openMachine(1);
    machine.session.clear();
    let asked = 0;
    const generationMark = {
      ...machine.ports.generationMark,
      read: async () => {
        // The unlocking has the head by now, and is about to open the session.
        if (asked++ === 0) await vault.repair.archive();
        return machine.ports.generationMark.read();
      },
    };
    const vault = new Vault({ ...machine.ports, generationMark });
    await expect(vault.unlock(TOUCH)).rejects.toThrow('vault-locked');
    expect(asked).toBeGreaterThan(0);
    expect(await vault.state()).toBe('absent');
    expect(machine.session.size).toBe(0);
  });
});
