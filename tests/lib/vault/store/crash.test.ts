import { describe, expect, test } from 'vitest';
import type { VaultPorts } from '../../../../lib/vault/store/ports.ts';
import { Vault } from '../../../../lib/vault/vault.ts';
import { type Machine, newMachine, START_MS } from '../memory-ports.ts';
import {
  ADDED,
  openMachine,
  PASSKEY,
  PASSPHRASE,
  restarted,
  sampleAccount,
  TOUCH,
} from '../samples.ts';

/**
 * Ports of a browser that is killed at the step with the number `at`: that
 * step ('before') or its answer ('after') and everything later never happens.
 */
function killedAt(ports: VaultPorts, at: number, when: 'before' | 'after'): VaultPorts {
  let step = 0;
  const killable = <Store extends object>(store: Store): Store =>
    new Proxy(store, {
      get(target, name) {
        const act: unknown = Reflect.get(target, name);
        if (typeof act !== 'function') return act;
        return async (...args: readonly unknown[]): Promise<unknown> => {
          step += 1;
          if (step > at || (step === at && when === 'before')) throw new Error('killed');
          const value: unknown = await Reflect.apply(act, target, args);
          if (step >= at) throw new Error('killed');
          return value;
        };
      },
    });
  return {
    ...ports,
    records: killable(ports.records),
    generationMark: killable(ports.generationMark),
    sessionMemory: killable(ports.sessionMemory),
  };
}

const STEPS = Array.from({ length: 26 }, (_, index) => index + 1);
const MOMENTS = STEPS.flatMap((at) => [[at, 'before'] as const, [at, 'after'] as const]);

function copyOf(machine: Machine): Machine {
  const copy = newMachine('copy');
  for (const [key, text] of machine.disk) copy.disk.set(key, text);
  for (const [key, value] of machine.session) copy.session.set(key, value);
  copy.mark = machine.mark;
  copy.computerKey = machine.computerKey;
  copy.headCopy = machine.headCopy;
  return copy;
}

describe('a browser killed', () => {
  test.each(MOMENTS)(
    'in a save, at step %i (%s): whole, and present if acknowledged',
    async (at, when) => {
      const { machine, ids } = await openMachine(2);
      const [old = ''] = ids;
      const vault = new Vault(killedAt(machine.ports, at, when));
      const added = await vault
        .add(sampleAccount(9), { ...ADDED, replaces: old })
        .catch(() => undefined);
      const again = restarted(machine);
      await again.unlock(TOUCH);
      expect(await again.status()).toMatchObject({ state: 'open', quarantined: [] });
      expect(await again.audit()).toEqual([]);
      const live = (await again.accounts('live')).map(({ label }) => label);
      const binned = await again.accounts('binned');
      // Replacing is one write: the new one is there if and only if the old one is in the bin.
      expect(live).toHaveLength(2);
      expect(live.includes('operator-9@example.com')).toBe(binned.length === 1);
      if (added) expect(live).toContain('operator-9@example.com');
      expect(await again.codes([ids[1] ?? ''], START_MS)).toHaveLength(1);
    },
  );

  test.each(MOMENTS)('in its first run, at step %i (%s): absent or whole', async (at, when) => {
    const machine = newMachine();
    const killed = new Vault(killedAt(machine.ports, at, when));
    const created = await killed.create({ passkey: PASSKEY }).catch(() => undefined);
    const again = restarted(machine);
    const state = await again.state();
    expect(created ? ['locked'] : ['absent', 'locked']).toContain(state);
    if (state === 'absent') await again.create({ passkey: PASSKEY });
    else expect(await again.unlock(TOUCH)).toEqual({ kind: 'open' });
    await again.add(sampleAccount(), ADDED);
  });

  test('while the recovery code is replaced: exactly one code opens', async () => {
    const { machine: original, recoveryCode } = await openMachine(3);
    const outcomes = new Set<string>();
    for (const [at, when] of MOMENTS) {
      const machine = copyOf(original);
      const vault = new Vault(killedAt(machine.ports, at, when));
      const answer = await vault.keys.reissueRecoveryCode(TOUCH).catch(() => undefined);
      const old = await restarted(machine).unlock({ kind: 'recovery-code', recoveryCode });
      if (answer?.kind === 'open') expect(old).toEqual({ kind: 'wrong' });
      const again = restarted(machine);
      expect(await again.unlock(TOUCH)).toEqual({ kind: 'open' });
      expect(await again.audit()).toEqual([]);
      expect(await again.accounts('live')).toHaveLength(3);
      outcomes.add(old.kind);
    }
    expect(outcomes).toEqual(new Set(['open', 'wrong']));
  });

  test('while the passphrase is changed: exactly one passphrase opens', async () => {
    const { machine: original, vault: first } = await openMachine(2);
    await first.keys.changePassphrase(TOUCH, PASSPHRASE);
    const outcomes = new Set<string>();
    for (const [at, when] of MOMENTS.filter(
      ([step, moment]) => step % 4 === 0 && moment === 'after',
    )) {
      const machine = copyOf(original);
      const killed = new Vault(killedAt(machine.ports, at, when));
      await killed.keys.changePassphrase(TOUCH, 'another passphrase').catch(() => undefined);
      const kinds = [];
      for (const passphrase of [PASSPHRASE, 'another passphrase']) {
        kinds.push((await restarted(machine).unlock({ kind: 'passphrase', passphrase })).kind);
      }
      expect(kinds.toSorted()).toEqual(['open', 'wrong']);
      outcomes.add(kinds.join());
    }
    expect(outcomes.size).toBe(2);
    // Twenty times Argon2id at its real cost: a minute on a machine that is very busy.
  }, 300_000);
});

describe('a store that does not keep its word', () => {
  test('by losing the write: the save fails, and the next one works', async () => {
    const { machine } = await openMachine(1);
    const { records } = machine.ports;
    let lying = true;
    const vault = new Vault({
      ...machine.ports,
      records: {
        ...records,
        async set(items) {
          if (!lying) await records.set(items);
        },
      },
    });
    await expect(vault.add(sampleAccount(9), ADDED)).rejects.toThrow('storage-failed');
    lying = false;
    await vault.add(sampleAccount(9), ADDED);
    expect(await vault.accounts('live')).toHaveLength(2);
  });

  test('by keeping one item of a write only: the save fails and nothing readable is lost', async () => {
    const { machine, ids } = await openMachine(2);
    const { records } = machine.ports;
    const vault = new Vault({
      ...machine.ports,
      records: {
        ...records,
        async set(items) {
          await records.set(Object.fromEntries(Object.entries(items).slice(0, 1)));
        },
      },
    });
    await expect(vault.add(sampleAccount(9), ADDED)).rejects.toThrow('storage-failed');
    const again = restarted(machine);
    await again.unlock(TOUCH);
    expect(await again.codes(ids, START_MS)).toHaveLength(2);
  });

  test('by changing what it was given: the save fails', async () => {
    const { machine } = await openMachine(1);
    const { records } = machine.ports;
    const vault = new Vault({
      ...machine.ports,
      records: {
        ...records,
        async set(items) {
          await records.set(
            Object.fromEntries(Object.entries(items).map(([key, text]) => [key, `${text} `])),
          );
        },
      },
    });
    await expect(vault.add(sampleAccount(9), ADDED)).rejects.toThrow('storage-failed');
  });

  test('by being full: says so, and keeps what it has', async () => {
    const { machine, vault, ids } = await openMachine(1);
    const { AppError } = await import('../../../../lib/errors.ts');
    machine.beforeSet = () => {
      throw new AppError('vault-full');
    };
    await expect(vault.add(sampleAccount(9), ADDED)).rejects.toThrow('vault-full');
    machine.beforeSet = () => undefined;
    expect(await vault.codes(ids, START_MS)).toHaveLength(1);
  });

  test('by failing: says so without the words of the failure', async () => {
    const { machine, vault } = await openMachine(1);
    machine.beforeSet = () => {
      throw new Error('disk on fire at sector 7');
    };
    await expect(vault.add(sampleAccount(9), ADDED)).rejects.toThrow(/^storage-failed$/);
  });

  test('by failing anywhere: says so by our code alone', async () => {
    const { machine } = await openMachine(1);
    const broken = async (): Promise<never> => Promise.reject(new Error('secret of account 0'));
    const records = {
      ...machine.ports.records,
      get: broken,
      set: broken,
      remove: broken,
      keys: broken,
    };
    const vault = new Vault({ ...machine.ports, records });
    machine.headCopy = undefined;
    // What cannot be read is damaged: it is neither absent nor a failure to save.
    expect(await vault.state()).toBe('damaged');
    const acts: readonly (readonly [RegExp, () => Promise<unknown>])[] = [
      [/^vault-damaged$/, async () => vault.unlock(TOUCH)],
      [/^vault-exists$/, async () => vault.create({ passkey: PASSKEY })],
      [/^vault-locked$/, async () => vault.accounts('live')],
      [/^vault-locked$/, async () => vault.add(sampleAccount(9), ADDED)],
      [/^vault-damaged$/, async () => vault.keys.passkeys()],
      [/^storage-failed$/, async () => vault.repair.startOver()],
    ];
    for (const [code, act] of acts) await expect(act()).rejects.toThrow(code);
  });

  test('by a second store that is broken from the start: there is a first run all the same', async () => {
    const machine = newMachine();
    const broken = async (): Promise<never> => Promise.reject(new Error('broken'));
    const generationMark = { read: broken, write: broken, clear: broken };
    const vault = new Vault({ ...machine.ports, generationMark });
    await vault.create({ passkey: PASSKEY });
    await vault.lock();
    expect(await vault.unlock(TOUCH)).toEqual({ kind: 'open' });
  });

  test('by losing the mark: the save holds', async () => {
    const { machine, ids } = await openMachine(1);
    const broken = {
      ...machine.ports.generationMark,
      write: async () => Promise.reject(new Error('broken')),
    };
    const vault = new Vault({ ...machine.ports, generationMark: broken });
    await vault.bin(ids[0] ?? '');
    expect(await vault.accounts('binned')).toHaveLength(1);
  });
});
