import { describe, expect, test } from 'vitest';
import { Vault } from '../../../../lib/vault/vault.ts';
import { newMachine } from '../memory-ports.ts';
import { openMachine, restarted, TOUCH } from '../samples.ts';

const MINUTE_MS = 60_000;

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
