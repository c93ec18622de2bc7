import { describe, expect, test } from 'vitest';
import { Vault } from '../../../../lib/vault/vault.ts';
import { START_MS } from '../memory-ports.ts';
import {
  ADDED,
  openMachine,
  PASSKEY,
  PASSPHRASE,
  restarted,
  sampleAccount,
  TOUCH,
} from '../samples.ts';
import { reopened } from '../tamper.ts';

describe('an older state', () => {
  test('put back is shown, not written, and taken only when the user says so', async () => {
    const { machine, vault, ids } = await openMachine(2);
    const older = new Map(machine.disk);
    await vault.bin(ids[0] ?? '');
    for (const [key, text] of older) machine.disk.set(key, text);
    const again = await reopened(machine);
    expect(await again.status()).toEqual({ state: 'older', access: 'read-only', quarantined: [] });
    expect(await again.codes(ids, START_MS)).toHaveLength(2);
    await expect(again.add(sampleAccount(), ADDED)).rejects.toThrow('vault-older');
    await expect(again.keys.changePassphrase(TOUCH, PASSPHRASE)).rejects.toThrow('vault-older');
    expect(machine.disk.get('vault/manifest')).toBe(older.get('vault/manifest'));
    await again.repair.acceptOlder();
    expect(await again.state()).toBe('open');
    await again.add(sampleAccount(9), ADDED);
    expect(await (await reopened(machine)).state()).toBe('open');
  });

  test('is noticed while the vault is open, too', async () => {
    const { machine, vault, ids } = await openMachine(2);
    const older = new Map(machine.disk);
    await vault.bin(ids[0] ?? '');
    for (const [key, text] of older) machine.disk.set(key, text);
    expect(await new Vault(machine.other()).state()).toBe('older');
    await expect(vault.bin(ids[1] ?? '')).rejects.toThrow('vault-older');
  });

  test('a vault that is not the one last acknowledged is an older state', async () => {
    const { machine } = await openMachine(1, 'one');
    const { machine: foreign } = await openMachine(1, 'other');
    machine.mark = foreign.mark;
    const vault = await reopened(machine);
    expect(await vault.state()).toBe('older');
    await vault.repair.acceptOlder();
    expect(await (await reopened(machine)).state()).toBe('open');
  });

  test('a write that was not acknowledged is the present one after a crash', async () => {
    const { machine, vault } = await openMachine(1);
    const before = machine.mark;
    await vault.add(sampleAccount(9), ADDED);
    machine.mark = before;
    const again = await reopened(machine);
    expect(await again.state()).toBe('open');
    expect(machine.mark).not.toEqual(before);
  });
});

describe('an emptied store', () => {
  test('is a missing vault, never a first run', async () => {
    const { machine } = await openMachine(1);
    machine.disk.clear();
    const vault = restarted(machine);
    expect(await vault.state()).toBe('missing');
    await expect(vault.unlock(TOUCH)).rejects.toThrow('vault-missing');
    await expect(vault.create({ passkey: PASSKEY })).rejects.toThrow('vault-missing');
  });

  test('locks a vault that was open', async () => {
    const { machine, vault } = await openMachine(1);
    machine.disk.clear();
    await expect(vault.add(sampleAccount(), ADDED)).rejects.toThrow('vault-locked');
    expect(await vault.state()).toBe('missing');
    expect(machine.session.size).toBe(0);
  });

  test('is a first run where the mark cannot be read either', async () => {
    const { machine } = await openMachine(1);
    machine.disk.clear();
    const broken = {
      ...machine.ports.generationMark,
      read: async () => Promise.reject(new Error('broken')),
    };
    machine.session.clear();
    expect(await new Vault({ ...machine.ports, generationMark: broken }).state()).toBe('absent');
  });
});
