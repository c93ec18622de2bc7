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
