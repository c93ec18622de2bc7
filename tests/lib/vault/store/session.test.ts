/** The session alone: what the store and the index above it would hide if it failed. */
import { expect, test } from 'vitest';
import { errorCodeOf } from '../../../../lib/errors.ts';
import { VaultSession } from '../../../../lib/vault/store/session.ts';
import { deriveKeys } from '../../../../lib/vault/format/derived-keys.ts';
import { newMachine } from '../memory-ports.ts';

const VAULT_ID = 'A'.repeat(22);
const FACTS = { generation: 3, generationMark: 'own' } as const;

async function openSession() {
  const machine = newMachine();
  const session = new VaultSession(machine.ports, () => {});
  const vaultKey = new Uint8Array(32).fill(7);
  const keys = await deriveKeys(vaultKey, VAULT_ID);
  await session.open(session.lockEpoch, { vaultKey, keys }, FACTS, 15);
  expect(await session.findOpened()).toEqual({ lockEpoch: session.lockEpoch, keys });
  return { machine, session, keys, vaultKey };
}

test('a lock takes the keys and the facts out of memory, before anything is awaited', async () => {
  const { session } = await openSession();
  const locking = session.lock();
  expect(session.facts).toBeUndefined();
  const found = session.findOpened();
  await locking;
  expect(await found).toBeUndefined();
  expect(await session.findOpened()).toBeUndefined();
});

test('the vault key is not handed out to what began before a lock, though the session still had it', async () => {
  const { machine, session, vaultKey } = await openSession();
  const before = session.lockEpoch;
  expect(await session.getVaultKey(before)).toEqual(vaultKey);
  const asked = session.getVaultKey(before).then(() => 'handed out', errorCodeOf);
  const locking = session.lock();
  expect(await asked).toBe('vault-locked');
  await locking;
  expect(machine.session.size).toBe(0);
});

test('nothing that began before a lock writes facts after it, though the vault is open again', async () => {
  const { machine, session, keys, vaultKey } = await openSession();
  const before = session.lockEpoch;
  await session.lock();
  await session.open(session.lockEpoch, { vaultKey, keys }, FACTS, 15);
  await session.acknowledge(before, 99);
  await session.rememberQuarantined(before, [VAULT_ID]);
  expect(session.facts).toMatchObject({ generation: 3, quarantined: [] });
  expect(machine.session.get('vault/facts')).toMatchObject({ generation: 3, quarantined: [] });
});

test('a touch after the deadline moves nothing', async () => {
  const { machine, session } = await openSession();
  machine.clock.nowMs += 15 * 60_000;
  await session.touch(15, 'force');
  expect(await session.findOpened()).toBeUndefined();
});

test('an opening waits until the lock before it has cleared the session', async () => {
  const { machine, keys, vaultKey } = await openSession();
  const gate = Promise.withResolvers<undefined>();
  const { sessionMemory } = machine.ports;
  const remove = async (key: string): Promise<void> => {
    await gate.promise;
    await sessionMemory.remove(key);
  };
  const session = new VaultSession(
    { ...machine.ports, sessionMemory: { ...sessionMemory, remove } },
    () => {},
  );
  const locking = session.lock();
  const opening = session.open(session.lockEpoch, { vaultKey, keys }, FACTS, 15);
  for (let tick = 0; tick < 20; tick++) await new Promise(setImmediate);
  gate.resolve(undefined);
  await Promise.all([locking, opening]);
  expect(machine.session.has('vault/key')).toBe(true);
});
