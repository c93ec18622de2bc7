import { describe, expect, test } from 'vitest';
import { Vault } from '../../../lib/vault/vault.ts';
import { newMachine, START_MS } from './memory-ports.ts';
import { openMachine, PASSKEY, PASSPHRASE, restarted, TOUCH } from './samples.ts';

describe('a new vault', () => {
  test('is absent, then open, then locked, then open again by passphrase', async () => {
    const machine = newMachine();
    const vault = new Vault(machine.ports);
    expect(await vault.state()).toBe('absent');
    await vault.create({ passphrase: PASSPHRASE });
    expect(await vault.status()).toEqual({ state: 'open', access: 'read-write', quarantined: [] });
    await vault.lock();
    expect(await vault.state()).toBe('locked');
    expect(await vault.unlock({ kind: 'passphrase', passphrase: 'wrong horse' })).toEqual({
      kind: 'wrong',
    });
    expect(await vault.unlock({ kind: 'passphrase', passphrase: PASSPHRASE })).toEqual({
      kind: 'open',
    });
  });

  test('opens by the recovery code, typed as people type', async () => {
    const { machine, recoveryCode } = await openMachine();
    const typed = ` ${recoveryCode.toLowerCase().replaceAll('-', ' – ').replaceAll('1', 'l').replaceAll('0', 'o')}\n`;
    const secret = { kind: 'recovery-code', recoveryCode: typed } as const;
    expect(await restarted(machine).unlock(secret)).toEqual({ kind: 'open' });
  });

  test('is never made over one that is there, readable or not', async () => {
    const { machine } = await openMachine();
    await expect(restarted(machine).create({ passkey: PASSKEY })).rejects.toThrow('vault-exists');
    for (const key of machine.disk.keys()) machine.disk.set(key, 'unreadable');
    await expect(restarted(machine).create({ passkey: PASSKEY })).rejects.toThrow('vault-exists');
    machine.disk.clear();
    await expect(restarted(machine).create({ passkey: PASSKEY })).rejects.toThrow('vault-missing');
  });

  test.each(['', 'seven77', 'x'.repeat(1025)])('refuses the passphrase %j', async (passphrase) => {
    const machine = newMachine();
    await expect(new Vault(machine.ports).create({ passphrase })).rejects.toThrow(
      'passphrase-too-weak',
    );
    expect(machine.disk.size).toBe(0);
  });

  test.each([
    ['passphrase', { kind: 'passphrase', passphrase: PASSPHRASE } as const],
    ['passkey', TOUCH],
  ])('cannot be unlocked by %s before it exists', async (_name, secret) => {
    await expect(new Vault(newMachine().ports).unlock(secret)).rejects.toThrow('vault-absent');
  });
});

describe('waking up', () => {
  test('reads head, copy, manifest and index once, and then only the records in view', async () => {
    const { machine, ids } = await openMachine(50);
    machine.reads.length = 0;
    const woken = new Vault(machine.other());
    expect(await woken.state()).toBe('open');
    expect(await woken.accounts('live')).toHaveLength(50);
    await woken.codes(ids.slice(0, 3), START_MS);
    expect(machine.reads).toEqual([
      ['vault/head', 'vault/head-copy', 'vault/manifest', 'vault/index'],
      ids.slice(0, 3).map((id) => `vault/account/${id}`),
    ]);
  });

  test('a second look at the same codes reads nothing', async () => {
    const { machine, vault, ids } = await openMachine(3);
    await vault.codes(ids, START_MS);
    machine.reads.length = 0;
    await vault.codes(ids, START_MS + 30_000);
    expect(machine.reads).toEqual([]);
  });
});
