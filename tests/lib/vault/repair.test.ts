import { describe, expect, test } from 'vitest';
import { newMachine, START_MS } from './memory-ports.ts';
import { ADDED, openMachine, PASSKEY, restarted, sampleAccount, TOUCH } from './samples.ts';
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
      if (condition === 'damaged') machine.disk.set('vault/head', 'x').set('vault/head-copy', 'x');
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

  test('without a vault changes nothing', async () => {
    const machine = newMachine();
    const vault = new Vault(machine.ports);
    await vault.repair.startOver();
    expect(await vault.state()).toBe('absent');
  });
});
