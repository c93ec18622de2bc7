import { beforeEach, describe, expect, test } from 'vitest';
import { COUNTER_MAX, type NewAccount } from '../../../lib/otp/account.ts';
import type { Vault } from '../../../lib/vault/vault.ts';
import hotp from '../../vectors/hotp-rfc4226.json' with { type: 'json' };
import type { Machine } from './memory-ports.ts';
import { ADDED, openMachine, restarted, sampleAccount, TOUCH } from './samples.ts';

const ACCOUNT: NewAccount = {
  type: 'hotp',
  issuer: 'Bank',
  label: 'maria',
  secret: new TextEncoder().encode(hotp.secretText),
  algorithm: 'SHA-1',
  digits: 6,
  counter: 0,
};

let machine: Machine;
let vault: Vault;
let id: string;
beforeEach(async () => {
  ({ machine, vault } = await openMachine());
  ({ id } = await vault.add(ACCOUNT, ADDED));
});

async function restartedVault(): Promise<Vault> {
  const again = restarted(machine);
  await again.unlock(TOUCH);
  return again;
}

describe('the next code by counter', () => {
  test('is that of RFC 4226, one after the other, over restarts', async () => {
    for (const [counter, digits] of hotp.digits.entries()) {
      const one = counter % 2 === 0 ? vault : await restartedVault();
      expect(await one.nextCode(id)).toEqual({ digits, counter });
    }
  });

  test('is given after its counter was stored, never before', async () => {
    machine.beforeSet = () => {
      throw new Error('the disk is full');
    };
    await expect(vault.nextCode(id)).rejects.toThrow('storage-failed');
    machine.beforeSet = () => undefined;
    const before = new Map(machine.disk);
    expect(await vault.nextCode(id)).toMatchObject({ counter: 0 });
    expect(machine.disk).not.toEqual(before);
    expect(await (await restartedVault()).account(id)).toMatchObject({ counter: 1 });
  });

  test('is used up even where its answer was lost', async () => {
    // The background is killed between the write and the answer: its vault is not asked again.
    await vault.nextCode(id);
    expect(await (await restartedVault()).nextCode(id)).toMatchObject({ counter: 1 });
  });

  test('comes to each of two who ask at once, and to both another one', async () => {
    const codes = await Promise.all([vault.nextCode(id), vault.nextCode(id)]);
    expect(codes.map(({ counter }) => counter)).toEqual([0, 1]);
  });

  test('may be one further ahead, never one that was used', async () => {
    expect(await vault.nextCode(id, 3)).toEqual({ digits: hotp.digits[3], counter: 3 });
    expect(await vault.nextCode(id)).toMatchObject({ counter: 4 });
    await expect(vault.nextCode(id, 4)).rejects.toThrow('counter-unsupported');
    await expect(vault.nextCode(id, 5.5)).rejects.toThrow('counter-unsupported');
  });

  test('is none after the last counter, nor in the bin, nor of an account by time', async () => {
    await vault.change(id, {
      parameters: { type: 'hotp', algorithm: 'SHA-1', digits: 6, counter: COUNTER_MAX },
    });
    await expect(vault.nextCode(id)).rejects.toThrow('counter-unsupported');
    await vault.bin(id);
    await expect(vault.nextCode(id)).rejects.toThrow('account-unknown');
    const timed = await vault.add(sampleAccount(), ADDED);
    await expect(vault.nextCode(timed.id)).rejects.toThrow('otp-type-unsupported');
  });

  test('neither dates the account nor outdates its backup', async () => {
    const { changedMs } = await vault.account(id);
    machine.clock.nowMs += 60_000;
    await vault.nextCode(id);
    expect(await vault.account(id)).toMatchObject({ changedMs });
  });

  test('is not among the codes of the list', async () => {
    expect(await vault.codes([id], machine.clock.nowMs)).toEqual([
      { account: expect.objectContaining({ id, counter: 0 }) },
    ]);
    await expect(vault.codeAt(id, machine.clock.nowMs)).rejects.toThrow('otp-type-unsupported');
  });
});

test('an account by counter is told from one by time, and found again however far it has counted', async () => {
  await vault.nextCode(id);
  expect(await vault.findDuplicate(ACCOUNT)).toEqual({ kind: 'same-secret', id });
  const timed = sampleAccount(1, { secret: ACCOUNT.secret });
  expect(await vault.findDuplicate(timed)).toEqual({ kind: 'none' });
});
