/** The one reader and the one writer of the store, where its callers could not tell that a rule is gone. */
import { describe, expect, test } from 'vitest';
import { errorCodeOf } from '../../../../lib/errors.ts';
import { VaultStore } from '../../../../lib/vault/store/vault-store.ts';
import type { VaultPorts } from '../../../../lib/vault/store/ports.ts';
import { Vault } from '../../../../lib/vault/vault.ts';
import type { Machine } from '../memory-ports.ts';
import { openMachine, PASSPHRASE, restarted, TOUCH } from '../samples.ts';

/** The same disk, whose first read or write that `isHeld` names ends only after `release`. */
function held(
  machine: Machine,
  act: 'get' | 'set',
  isHeld: (keys: readonly string[]) => boolean,
): {
  readonly ports: VaultPorts;
  readonly arrived: Promise<undefined>;
  readonly release: () => void;
} {
  const gate = Promise.withResolvers<undefined>();
  const arrived = Promise.withResolvers<undefined>();
  const { records } = machine.ports;
  let isSpent = false;
  const wait = async (keys: readonly string[]): Promise<void> => {
    if (isSpent || !isHeld(keys)) return;
    isSpent = true;
    arrived.resolve(undefined);
    await gate.promise;
  };
  const ports: VaultPorts = {
    ...machine.ports,
    records: {
      ...records,
      async get(keys) {
        const stored = await records.get(keys);
        if (act === 'get') await wait(keys);
        return stored;
      },
      async set(items) {
        if (act === 'set') await wait(Object.keys(items));
        await records.set(items);
      },
    },
  };
  return { ports, arrived: arrived.promise, release: () => gate.resolve(undefined) };
}

describe('a write', () => {
  test('that the store took and then denied is looked for in the store', async () => {
    const { machine, ids } = await openMachine(1);
    const [id = ''] = ids;
    const { records } = machine.ports;
    const deny = {
      ...machine.ports,
      records: {
        ...records,
        async set(items: never) {
          await records.set(items);
          throw new Error('denied');
        },
      },
    };
    const vault = new Vault(deny);
    await expect(vault.change(id, { note: 'taken' })).rejects.toThrow('storage-failed');
    expect((await vault.account(id)).note).toBe('taken');
  });

  test('that was begun before a lock is finished, and said to be', async () => {
    const { machine } = await openMachine(1);
    const { ports, arrived, release } = held(machine, 'set', (keys) => keys.includes('vault/head'));
    const vault = new Vault(ports);
    const outcome = vault.keys.reissueRecoveryCode(TOUCH);
    await arrived;
    await vault.lock();
    release();
    const answer = await outcome;
    expect(answer.kind).toBe('open');
    expect(machine.session.size).toBe(0);
    const recoveryCode = answer.kind === 'open' ? answer.recoveryCode : '';
    const again = restarted(machine);
    expect(await again.unlock({ kind: 'recovery-code', recoveryCode })).toEqual({ kind: 'open' });
  });

  test.each(['succeeds', 'fails'])('that %s wipes the secrets it was given', async (how) => {
    const { machine, ids } = await openMachine(1);
    const [id = ''] = ids;
    const store = new VaultStore(machine.ports, () => {});
    const account = (await store.readAccounts(await store.getOpened(), [id])).get(id);
    const secret = account?.secret.slice() ?? new Uint8Array(1).fill(1);
    const writing = store.write(async (_opened, { put }) => {
      if (account) put.set(id, { ...account, secret });
      if (how === 'fails') throw new Error('no');
    });
    await writing.catch(() => undefined);
    expect([...secret]).toEqual(Array.from(secret, () => 0));
  });
});

test('a slow reader never puts an older picture over what was written meanwhile', async () => {
  const { machine, ids } = await openMachine(1);
  const [id = ''] = ids;
  const { ports, arrived, release } = held(machine, 'get', (keys) => keys.includes('vault/index'));
  const vault = new Vault(ports);
  const slow = vault.accounts('live');
  await arrived;
  await vault.change(id, { note: 'written meanwhile' });
  release();
  await slow;
  expect((await vault.account(id)).note).toBe('written meanwhile');
});

test('a secret asked for before a lock does not come out after the next unlocking', async () => {
  const { machine, vault: first, ids } = await openMachine(1);
  await first.keys.changePassphrase(TOUCH, PASSPHRASE);
  const [id = ''] = ids;
  const { ports, arrived, release } = held(machine, 'get', (keys) => keys.includes('vault/tries'));
  const vault = new Vault(ports);
  const outcome = vault
    .exportSecret(id, { kind: 'passphrase', passphrase: PASSPHRASE })
    .then((answer) => answer.kind, errorCodeOf);
  await arrived;
  await vault.lock();
  await vault.unlock(TOUCH);
  release();
  expect(await outcome).toBe('vault-locked');
});
