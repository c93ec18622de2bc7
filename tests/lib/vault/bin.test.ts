/** The bin keeps an account for 30 days that were lived through, whatever the computer's clock says. */
import { expect, test } from 'vitest';
import type { Vault } from '../../../lib/vault/vault.ts';
import type { Machine } from './memory-ports.ts';
import { ADDED, openMachine, restarted, sampleAccount, TOUCH } from './samples.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Unlocked after a restart of the browser, with what waits for a quiet moment done. */
async function unlockedLater(machine: Machine, afterMs: number): Promise<Vault> {
  machine.clock.nowMs += afterMs;
  const later = restarted(machine);
  await later.unlock(TOUCH);
  await later.audit();
  return later;
}

/** Unlocked once a day, for so many days. */
async function liveThrough(machine: Machine, days: number): Promise<Vault> {
  let vault = restarted(machine);
  for (let day = 0; day < days; day++) vault = await unlockedLater(machine, DAY_MS);
  return vault;
}

async function daysLeft(vault: Vault): Promise<readonly number[]> {
  return (await vault.binned()).map((account) => account.daysLeft);
}

test('an account is deleted after 30 days, and its tombstone goes after 180 more', async () => {
  const { machine, vault, ids } = await openMachine(2);
  const [id = '', other = ''] = ids;
  await vault.bin(id);
  expect(await daysLeft(vault)).toEqual([30]);
  expect(await daysLeft(await unlockedLater(machine, 1))).toEqual([30]);
  expect(await daysLeft(await liveThrough(machine, 29))).toEqual([1]);
  expect(await daysLeft(await unlockedLater(machine, 1))).toEqual([1]);
  expect(await daysLeft(await liveThrough(machine, 1))).toEqual([]);
  expect(machine.disk.has(`vault/account/${id}`)).toBe(true);
  await unlockedLater(machine, 180 * DAY_MS + 1);
  await liveThrough(machine, 28);
  expect(machine.disk.has(`vault/account/${id}`)).toBe(true);
  const muchLater = await liveThrough(machine, 1);
  expect(machine.disk.has(`vault/account/${id}`)).toBe(false);
  expect((await muchLater.accounts('live')).map((account) => account.id)).toEqual([other]);
});

test('a clock that is ahead for once takes no day, however often', async () => {
  const { machine, vault, ids } = await openMachine(2);
  await vault.bin(ids[0] ?? '');
  for (let time = 0; time < 40; time++) {
    await unlockedLater(machine, 40 * DAY_MS);
    const right = await unlockedLater(machine, -40 * DAY_MS);
    expect(await daysLeft(right)).toEqual([30]);
  }
});

test.each([40, 400, 4000])(
  'a clock that is %i days ahead, and stays so, adds one day',
  async (days) => {
    const { machine, vault, ids } = await openMachine(2);
    await vault.bin(ids[0] ?? '');
    expect(await daysLeft(await unlockedLater(machine, days * DAY_MS))).toEqual([29]);
    expect(await daysLeft(await liveThrough(machine, 28))).toEqual([1]);
    expect(await daysLeft(await liveThrough(machine, 1))).toEqual([]);
  },
);

test('a clock that was ahead for a week and is set right begins the days anew', async () => {
  const { machine, vault, ids } = await openMachine(2);
  await vault.bin(ids[0] ?? '');
  await unlockedLater(machine, 400 * DAY_MS);
  await liveThrough(machine, 7);
  expect(await daysLeft(await unlockedLater(machine, -399 * DAY_MS))).toEqual([29]);
});

test('a clock that was set back to long ago deletes nothing', async () => {
  const { machine, vault, ids } = await openMachine(2);
  await vault.bin(ids[0] ?? '');
  await liveThrough(machine, 29);
  await unlockedLater(machine, -500 * DAY_MS);
  expect(await daysLeft(await unlockedLater(machine, 501 * DAY_MS))).toEqual([29]);
});

test('what was deleted by a clock that was ahead is gone 30 days after it was set right', async () => {
  const { machine, vault, ids } = await openMachine(2);
  const [id = ''] = ids;
  const { digits } = await vault.codeAt(id, 0);
  await (await unlockedLater(machine, 400 * DAY_MS)).bin(id);
  expect(await daysLeft(await unlockedLater(machine, -400 * DAY_MS))).toEqual([30]);
  const later = await liveThrough(machine, 29);
  expect(await daysLeft(later)).toEqual([1]);
  await later.restore(id);
  expect((await later.codeAt(id, 0)).digits).toBe(digits);
  await later.bin(id);
  expect(await daysLeft(await liveThrough(machine, 29))).toEqual([1]);
  expect(await daysLeft(await liveThrough(machine, 1))).toEqual([]);
});

/** Unlocked in a background that ended before it had come to the purge. */
async function unlockedWithoutPurge(machine: Machine, afterMs: number): Promise<Vault> {
  machine.clock.nowMs += afterMs;
  const vault = restarted(machine);
  await vault.unlock(TOUCH);
  return vault;
}

test.each([
  ['deleted', (vault: Vault, id: string) => vault.bin(id)],
  [
    'replaced',
    (vault: Vault, replaces: string) => vault.add(sampleAccount(9), { ...ADDED, replaces }),
  ],
])('what is %s while the clock is behind has all its days', async (_what, bin) => {
  const { machine, vault, ids } = await openMachine(2);
  const [first = '', second = ''] = ids;
  await vault.bin(first);
  await liveThrough(machine, 29);
  await bin(await unlockedWithoutPurge(machine, -500 * DAY_MS), second);
  expect(await daysLeft(await unlockedLater(machine, 500 * DAY_MS))).toEqual([29, 29]);
  expect(await daysLeft(await liveThrough(machine, 28))).toEqual([1, 1]);
});

test('each account has its own days, and one that is restored takes none along', async () => {
  const { machine, vault, ids } = await openMachine(2);
  const [first = '', second = ''] = ids;
  await vault.bin(first);
  await (await liveThrough(machine, 10)).bin(second);
  const later = await liveThrough(machine, 19);
  expect(await daysLeft(later)).toEqual([1, 11]);
  await later.restore(first);
  expect(await daysLeft(await liveThrough(machine, 10))).toEqual([1]);
  expect(await daysLeft(await liveThrough(machine, 1))).toEqual([]);
});
