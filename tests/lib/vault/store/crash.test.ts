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
