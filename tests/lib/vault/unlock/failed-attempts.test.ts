import { describe, expect, test } from 'vitest';
import type { UnlockAnswer } from '../../../../lib/vault/model.ts';
import {
  clearFailedAttempts,
  countAttempt,
  uncountAttempt,
} from '../../../../lib/vault/unlock/failed-attempts.ts';
import { guardedStore } from '../../../../lib/vault/store/guarded-store.ts';
import { Vault } from '../../../../lib/vault/vault.ts';
import { type Machine, newMachine, START_MS, withBadBlock } from '../memory-ports.ts';
import { PASSPHRASE, restarted } from '../samples.ts';

async function countTries(machine: Machine, times: number): Promise<(number | undefined)[]> {
  const answers: (number | undefined)[] = [];
  for (let time = 0; time < times; time++) answers.push(await countAttempt(machine.ports));
  return answers;
}

describe('wrong passphrases', () => {
  test('five are free, then each waits twice as long as the one before, up to 15 minutes', async () => {
    const machine = newMachine();
    expect(await countTries(machine, 5)).toEqual(Array.from({ length: 5 }));
    const waits: number[] = [];
    for (let wrong = 0; wrong < 7; wrong++) {
      const untilMs = (await countAttempt(machine.ports)) ?? 0;
      waits.push((untilMs - machine.clock.nowMs) / 1000);
      machine.clock.nowMs = untilMs - 1;
      expect(await countAttempt(machine.ports)).toBe(untilMs);
      machine.clock.nowMs = untilMs;
      expect(await countAttempt(machine.ports)).toBeUndefined();
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900]);
  });

  test('a clock set back starts the wait anew, and neither frees nor bars', async () => {
    const machine = newMachine();
    await countTries(machine, 5);
    machine.clock.nowMs -= 365 * 24 * 60 * 60_000;
    const untilMs = await countAttempt(machine.ports);
    expect(untilMs).toBe(machine.clock.nowMs + 30_000);
    machine.clock.nowMs += 30_000;
    expect(await countAttempt(machine.ports)).toBeUndefined();
  });

  test('a success forgets them', async () => {
    const machine = newMachine();
    await countTries(machine, 5);
    await clearFailedAttempts(machine.ports);
    expect(await countTries(machine, 5)).toEqual(Array.from({ length: 5 }));
  });

  test('a passphrase that opened something else takes back its own attempt, and none before it', async () => {
    const machine = newMachine();
    await countTries(machine, 4);
    await uncountAttempt(machine.ports);
    expect(await countTries(machine, 3)).toEqual([undefined, undefined, START_MS + 30_000]);
  });

  test('the wait survives a restart, spares a right passphrase no time, and spares other ways', async () => {
    const machine = newMachine();
    const { recoveryCode } = await new Vault(machine.ports).create({ passphrase: PASSPHRASE });
    machine.disk.set('vault/tries', JSON.stringify({ count: 5, lastMs: START_MS }));
    const right = { kind: 'passphrase', passphrase: PASSPHRASE } as const;
    const delayed: UnlockAnswer = { kind: 'delayed', untilMs: START_MS + 30_000 };
    expect(await restarted(machine).unlock(right)).toEqual(delayed);
    expect(await restarted(machine).unlock(right)).toEqual(delayed);
    expect(await restarted(machine).unlock({ kind: 'recovery-code', recoveryCode })).toEqual({
      kind: 'open',
    });
    expect(machine.disk.has('vault/tries')).toBe(false);
  });

  test('a try is counted before it is looked at', async () => {
    const machine = newMachine();
    const vault = new Vault(machine.ports);
    await vault.create({ passphrase: PASSPHRASE });
    await vault.lock();
    const writes: string[] = [];
    machine.beforeSet = (items) => {
      writes.push(...Object.keys(items));
      throw new Error('killed');
    };
    const secret = { kind: 'passphrase', passphrase: 'not the passphrase' } as const;
    await expect(vault.unlock(secret)).resolves.toEqual({ kind: 'wrong' });
    expect(writes).toEqual(['vault/tries']);
    expect(machine.session.has('vault/key')).toBe(false);
  });

  test('one that the disk does not take is counted in memory, and bars nobody', async () => {
    const machine = newMachine();
    const vault = new Vault(machine.ports);
    await vault.create({ passphrase: PASSPHRASE });
    await vault.lock();
    machine.beforeSet = () => {
      throw new Error('corrupt');
    };
    const records = guardedStore(withBadBlock(machine, (key) => key === 'vault/tries'));
    const damaged = { ...machine.ports, records };
    const answers = [];
    for (let time = 0; time < 6; time++) answers.push(await countAttempt(damaged));
    expect(answers).toEqual([...Array.from({ length: 5 }), START_MS + 30_000]);
    machine.clock.nowMs += 30_000;
    const secret = { kind: 'passphrase', passphrase: PASSPHRASE } as const;
    expect(await new Vault(damaged).unlock(secret)).toEqual({ kind: 'open' });
    expect(await countAttempt(damaged)).toBeUndefined();
  });

  test('guesses made side by side are counted one by one', async () => {
    const machine = newMachine();
    const answers = await Promise.all(
      Array.from({ length: 8 }, async () => countAttempt(machine.ports)),
    );
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(5);
  });

  test('unreadable counts are no counts', async () => {
    const machine = newMachine();
    machine.disk.set('vault/tries', '{"count":-1}');
    expect(await countTries(machine, 5)).toEqual(Array.from({ length: 5 }));
  });
});
