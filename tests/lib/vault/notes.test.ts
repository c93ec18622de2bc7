import { expect, test } from 'vitest';
import { openMachine, restarted, TOUCH } from './samples.ts';

test('a new recovery code counts as not kept, until the user says that it is', async () => {
  const { vault } = await openMachine();
  expect(await vault.notes()).toEqual({ recovery: 'not-kept' });
  await vault.note({ recovery: 'kept' });
  await vault.keys.reissueRecoveryCode(TOUCH);
  expect(await vault.notes()).toEqual({ recovery: 'not-kept' });
});

test('a recovery code has an id of its own, as long as it opens the vault', async () => {
  const { machine, vault } = await openMachine();
  const id = await vault.keys.recoveryCodeId();
  await vault.keys.changePassphrase(TOUCH, 'another four words entirely');
  const again = restarted(machine);
  await again.unlock(TOUCH);
  expect(await again.keys.recoveryCodeId()).toBe(id);
  await again.keys.reissueRecoveryCode(TOUCH);
  expect(await again.keys.recoveryCodeId()).not.toBe(id);
  const other = await openMachine(0, 'another vault');
  expect(await other.vault.keys.recoveryCodeId()).not.toBe(id);
});

test('notes are there after a restart, each by itself', async () => {
  const { machine, vault } = await openMachine();
  await vault.note({ strength: 2 });
  await vault.note({ recovery: 'kept' });
  await vault.keys.setLockMinutes(30);
  const again = restarted(machine);
  await again.unlock(TOUCH);
  expect(await again.notes()).toEqual({ strength: 2, recovery: 'kept' });
});

test('they outlive a change of the vault key, and lie on the disk encrypted only', async () => {
  const { machine, vault } = await openMachine();
  await vault.note({ files: 'to-delete', recovery: 'not-kept' });
  const answer = await vault.keys.changePassphrase(TOUCH, 'another four words entirely');
  expect(answer).toEqual({ kind: 'open' });
  expect(await vault.notes()).toEqual({ files: 'to-delete', recovery: 'not-kept' });
  expect([...machine.disk.values()].join(' ')).not.toMatch(/to-delete|not-kept/u);
});

test('notes need an open vault', async () => {
  const { vault } = await openMachine();
  await vault.lock();
  await expect(vault.notes()).rejects.toThrow('vault-locked');
  await expect(vault.note({ recovery: 'kept' })).rejects.toThrow('vault-locked');
});

test('a vault that began with a passkey has a passphrase once one is set', async () => {
  const { vault } = await openMachine();
  expect(await vault.keys.hasPassphrase()).toBe(false);
  await vault.keys.changePassphrase(TOUCH, 'another four words entirely');
  expect(await vault.keys.hasPassphrase()).toBe(true);
});
