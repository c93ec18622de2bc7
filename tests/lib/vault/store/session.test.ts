/** The latch alone: what the ledger and the index above it would hide if it failed. */
import { expect, test } from 'vitest';
import { errorCodeOf } from '../../../../lib/errors.ts';
import { Latch } from '../../../../lib/vault/store/session.ts';
import { deriveKeys } from '../../../../lib/vault/format/derived-keys.ts';
import { newMachine } from '../memory-ports.ts';

const VAULT_ID = 'A'.repeat(22);
const FACTS = { generation: 3, mark: 'own' } as const;

async function openLatch() {
  const machine = newMachine();
  const latch = new Latch(machine.ports, () => {});
  const vaultKey = new Uint8Array(32).fill(7);
  const keys = await deriveKeys(vaultKey, VAULT_ID);
  await latch.open(latch.turn, vaultKey, keys, FACTS, 15);
  expect(await latch.findOpened()).toEqual({ turn: latch.turn, keys });
  return { machine, latch, keys, vaultKey };
}

test('a lock takes the keys and the facts out of memory, before anything is awaited', async () => {
  const { latch } = await openLatch();
  const locking = latch.lock();
  expect(latch.facts).toBeUndefined();
  const found = latch.findOpened();
  await locking;
  expect(await found).toBeUndefined();
  expect(await latch.findOpened()).toBeUndefined();
});

test('the vault key is not handed out to what began before a lock, though the session still had it', async () => {
  const { machine, latch, vaultKey } = await openLatch();
  const before = latch.turn;
  expect(await latch.getVaultKey(before)).toEqual(vaultKey);
  const asked = latch.getVaultKey(before).then(() => 'handed out', errorCodeOf);
  const locking = latch.lock();
  expect(await asked).toBe('vault-locked');
  await locking;
  expect(machine.session.size).toBe(0);
});

test('nothing that began before a lock writes facts after it, though the vault is open again', async () => {
  const { machine, latch, keys, vaultKey } = await openLatch();
  const before = latch.turn;
  await latch.lock();
  await latch.open(latch.turn, vaultKey, keys, FACTS, 15);
  await latch.acknowledge(before, 99);
  await latch.rememberQuarantined(before, [VAULT_ID]);
  expect(latch.facts).toMatchObject({ generation: 3, quarantined: [] });
  expect(machine.session.get('vault/facts')).toMatchObject({ generation: 3, quarantined: [] });
});

test('a touch after the deadline moves nothing', async () => {
  const { machine, latch } = await openLatch();
  machine.clock.nowMs += 15 * 60_000;
  await latch.touch(15, 'force');
  expect(await latch.findOpened()).toBeUndefined();
});

test('an opening waits until the lock before it has cleared the session', async () => {
  const { machine, keys, vaultKey } = await openLatch();
  const gate = Promise.withResolvers<undefined>();
  const { session } = machine.ports;
  const remove = async (key: string): Promise<void> => {
    await gate.promise;
    await session.remove(key);
  };
  const latch = new Latch({ ...machine.ports, session: { ...session, remove } }, () => {});
  const locking = latch.lock();
  const opening = latch.open(latch.turn, vaultKey, keys, FACTS, 15);
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
  gate.resolve(undefined);
  await Promise.all([locking, opening]);
  expect(machine.session.has('vault/key')).toBe(true);
});
