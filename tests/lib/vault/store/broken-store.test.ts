/** Stores that fail, lie or are full. */
import { describe, expect, test } from 'vitest';
import { Vault } from '../../../../lib/vault/vault.ts';
import { newMachine, START_MS } from '../memory-ports.ts';
import { ADDED, openMachine, PASSKEY, restarted, sampleAccount, TOUCH } from '../samples.ts';

describe('a store that does not keep its word', () => {
  test('by losing the write: the save fails, and the next one works', async () => {
    const { machine } = await openMachine(1);
    const { records } = machine.ports;
    let lying = true;
    const vault = new Vault({
      ...machine.ports,
      records: {
        ...records,
        async set(items) {
          if (!lying) await records.set(items);
        },
      },
    });
    await expect(vault.add(sampleAccount(9), ADDED)).rejects.toThrow('storage-failed');
    lying = false;
    await vault.add(sampleAccount(9), ADDED);
    expect(await vault.accounts('live')).toHaveLength(2);
  });

  test('by keeping one item of a write only: the save fails and nothing readable is lost', async () => {
    const { machine, ids } = await openMachine(2);
    const { records } = machine.ports;
    const vault = new Vault({
      ...machine.ports,
      records: {
        ...records,
        async set(items) {
          await records.set(Object.fromEntries(Object.entries(items).slice(0, 1)));
        },
      },
    });
    await expect(vault.add(sampleAccount(9), ADDED)).rejects.toThrow('storage-failed');
    const again = restarted(machine);
    await again.unlock(TOUCH);
    expect(await again.codes(ids, START_MS)).toHaveLength(2);
  });

  test('by changing what it was given: the save fails', async () => {
    const { machine } = await openMachine(1);
    const { records } = machine.ports;
    const vault = new Vault({
      ...machine.ports,
      records: {
        ...records,
        async set(items) {
          await records.set(
            Object.fromEntries(Object.entries(items).map(([key, text]) => [key, `${text} `])),
          );
        },
      },
    });
    await expect(vault.add(sampleAccount(9), ADDED)).rejects.toThrow('storage-failed');
  });

  test('by being full: says so, and keeps what it has', async () => {
    const { machine, vault, ids } = await openMachine(1);
    const { AppError } = await import('../../../../lib/errors.ts');
    machine.beforeSet = () => {
      throw new AppError('vault-full');
    };
    await expect(vault.add(sampleAccount(9), ADDED)).rejects.toThrow('vault-full');
    machine.beforeSet = () => undefined;
    expect(await vault.codes(ids, START_MS)).toHaveLength(1);
  });

  test('by failing: says so without the words of the failure', async () => {
    const { machine, vault } = await openMachine(1);
    machine.beforeSet = () => {
      throw new Error('disk on fire at sector 7');
    };
    await expect(vault.add(sampleAccount(9), ADDED)).rejects.toThrow(/^storage-failed$/);
  });

  test('by failing anywhere: says so by our code alone', async () => {
    const { machine } = await openMachine(1);
    const broken = async (): Promise<never> => Promise.reject(new Error('secret of account 0'));
    const records = {
      ...machine.ports.records,
      get: broken,
      set: broken,
      remove: broken,
      keys: broken,
    };
    const vault = new Vault({ ...machine.ports, records });
    machine.headCopy = undefined;
    // What cannot be read is damaged: it is neither absent nor a failure to save.
    expect(await vault.state()).toBe('damaged');
    const acts: readonly (readonly [RegExp, () => Promise<unknown>])[] = [
      [/^vault-damaged$/, async () => vault.unlock(TOUCH)],
      [/^vault-exists$/, async () => vault.create({ passkey: PASSKEY })],
      [/^vault-locked$/, async () => vault.accounts('live')],
      [/^vault-locked$/, async () => vault.add(sampleAccount(9), ADDED)],
      [/^vault-damaged$/, async () => vault.keys.passkeys()],
      [/^storage-failed$/, async () => vault.repair.startOver()],
    ];
    for (const [code, act] of acts) await expect(act()).rejects.toThrow(code);
  });

  test('by a second store that is broken from the start: there is a first run all the same', async () => {
    const machine = newMachine();
    const broken = async (): Promise<never> => Promise.reject(new Error('broken'));
    const generationMark = { read: broken, write: broken, clear: broken };
    const vault = new Vault({ ...machine.ports, generationMark });
    await vault.create({ passkey: PASSKEY });
    await vault.lock();
    expect(await vault.unlock(TOUCH)).toEqual({ kind: 'open' });
  });

  test('by losing the mark: the save holds', async () => {
    const { machine, ids } = await openMachine(1);
    const broken = {
      ...machine.ports.generationMark,
      write: async () => Promise.reject(new Error('broken')),
    };
    const vault = new Vault({ ...machine.ports, generationMark: broken });
    await vault.bin(ids[0] ?? '');
    expect(await vault.accounts('binned')).toHaveLength(1);
  });
});
