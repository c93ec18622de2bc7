import { describe, expect, test } from 'vitest';
import { newMachine, START_MS } from './memory-ports.ts';
import { ADDED, openMachine, PASSKEY, restarted, sampleAccount, TOUCH } from './samples.ts';
import { setHeads } from './tamper.ts';
import { Vault } from '../../../lib/vault/vault.ts';

describe('keeping what is readable', () => {
  test('gives up the unreadable accounts and nothing else', async () => {
    const { machine, ids } = await openMachine(3);
    const [bad = '', ...rest] = ids;
    machine.disk.set(`vault/account/${bad}`, 'x');
    const vault = restarted(machine);
    await vault.unlock(TOUCH);
    expect(await vault.repair.keepReadable()).toEqual([bad]);
    expect((await vault.accounts('live')).map(({ id }) => id)).toEqual(rest);
    expect(await vault.status()).toEqual({ state: 'open', access: 'read-write', quarantined: [] });
    expect(machine.disk.has(`vault/account/${bad}`)).toBe(false);
    await vault.keys.reissueRecoveryCode(TOUCH);
  });

  test.each([
    ['the manifest', ['vault/manifest']],
    ['both manifests', ['vault/manifest', 'vault/manifest-previous']],
    ['both manifests and the index', ['vault/manifest', 'vault/manifest-previous', 'vault/index']],
  ])('writes a vault without %s anew, with all its accounts', async (_name, keys) => {
    const { machine, vault: first, ids } = await openMachine(3);
    await first.change(ids[0] ?? '', { note: 'of the last write' });
    for (const key of keys) machine.disk.set(key, 'x');
    const vault = restarted(machine);
    await vault.unlock(TOUCH);
    expect(await vault.repair.keepReadable()).toEqual([]);
    expect(await vault.state()).toBe('open');
    await vault.add(sampleAccount(9), ADDED);
    const again = restarted(machine);
    await again.unlock(TOUCH);
    expect(await again.audit()).toEqual([]);
    expect(await again.codes(ids, START_MS)).toHaveLength(3);
    expect((await again.account(ids[0] ?? '')).note).toBe('of the last write');
  });

  test.each([
    ['manifest, index and a record', ['vault/manifest', 'vault/index']],
    ['index and a record', ['vault/index']],
    ['a record', []],
  ])('gives up nothing that failed once and is read well now: %s', async (_name, others) => {
    const { machine, ids } = await openMachine(3);
    const whole = new Map(machine.disk);
    for (const key of [...others, `vault/account/${ids[0] ?? ''}`]) machine.disk.set(key, 'x');
    const vault = restarted(machine);
    await vault.unlock(TOUCH);
    await vault.codes(ids, START_MS);
    expect((await vault.status()).quarantined).toEqual(ids.slice(0, 1));
    for (const [key, text] of whole) machine.disk.set(key, text);
    expect((await vault.status()).state).toBe('open');
    expect(await vault.repair.keepReadable()).toEqual([]);
    expect(await vault.codes(ids, START_MS)).toHaveLength(3);
    expect(await vault.status()).toEqual({ state: 'open', access: 'read-write', quarantined: [] });
    await vault.keys.reissueRecoveryCode(TOUCH);
  });

  test('does not bring back what the last write deleted', async () => {
    const { machine, vault: first, ids } = await openMachine(2);
    await first.delete(ids[0] ?? '');
    machine.disk.set('vault/manifest', 'x');
    const vault = restarted(machine);
    await vault.unlock(TOUCH);
    expect(await vault.repair.keepReadable()).toEqual([]);
    expect((await vault.accounts('live')).map(({ id }) => id)).toEqual([ids[1]]);
    expect(await vault.audit()).toEqual([]);
  });
});

describe('starting over', () => {
  test.each(['sound', 'damaged', 'missing'])(
    'a %s vault ends in a first run',
    async (condition) => {
      const { machine } = await openMachine(2);
      machine.disk.set('settings/theme', 'dark');
      if (condition === 'damaged') setHeads(machine, 'x');
      if (condition === 'missing') machine.disk.clear();
      const vault = restarted(machine);
      await vault.repair.startOver();
      expect(await vault.state()).toBe('absent');
      expect([...machine.disk.keys()].filter((key) => key.startsWith('vault/'))).toEqual([]);
      expect(machine.disk.has('settings/theme')).toBe(condition !== 'missing');
      await vault.create({ passkey: PASSKEY });
      expect(await vault.state()).toBe('open');
    },
  );

  test('stopped half-way leaves the old vault to try again', async () => {
    const { machine } = await openMachine(1);
    const broken = {
      ...machine.ports.records,
      remove: async () => Promise.reject(new Error('killed')),
    };
    const vault = new Vault({ ...machine.ports, records: broken });
    await expect(vault.repair.startOver()).rejects.toThrow('storage-failed');
    const again = restarted(machine);
    expect(await again.unlock(TOUCH)).toEqual({ kind: 'open' });
    expect(await again.accounts('live')).toHaveLength(1);
  });

  test.each(['startOver', 'archive'] as const)(
    'by %s does not need the generation mark, whose store may be damaged',
    async (act) => {
      const { machine } = await openMachine(1);
      machine.session.clear();
      const broken = async () => Promise.reject(new Error('IndexedDB'));
      const generationMark = { read: broken, write: broken, clear: broken };
      const vault = new Vault({ ...machine.ports, generationMark });
      await vault.repair[act]();
      expect(await vault.state()).toBe('absent');
      expect(await vault.backup.archived()).toBe('kept');
      await vault.create({ passkey: PASSKEY });
      expect(await vault.state()).toBe('open');
    },
  );

  test('a mark that stays keeps the vault where it is: without one, it would be missing', async () => {
    const { machine } = await openMachine(1);
    const clear = async () => Promise.reject(new Error('IndexedDB'));
    const generationMark = { ...machine.ports.generationMark, clear };
    const vault = new Vault({ ...machine.ports, generationMark });
    await expect(vault.repair.startOver()).rejects.toThrow('storage-failed');
    expect(await restarted(machine).unlock(TOUCH)).toEqual({ kind: 'open' });
  });

  test('without a vault changes nothing', async () => {
    const machine = newMachine();
    const vault = new Vault(machine.ports);
    await vault.repair.startOver();
    expect(await vault.state()).toBe('absent');
  });
});

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
