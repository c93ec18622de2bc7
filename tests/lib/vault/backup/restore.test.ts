import { describe, expect, test } from 'vitest';
import { Vault } from '../../../../lib/vault/vault.ts';
import { ALICE, BOB, byCode, codesOf, foreign, SECRET } from './backup-samples.ts';
import { type Machine, newMachine, START_MS, withBadBlock } from '../memory-ports.ts';
import { decryptOutOfTurn } from '../out-of-turn.ts';
import { ADDED, openMachine, PASSKEY, restarted, sampleAccount, TOUCH } from '../samples.ts';
import { setHeads } from '../tamper.ts';

/** The states in which a vault is put in the place of what is there. */
const UNUSABLE: Readonly<Record<string, (machine: Machine) => void>> = {
  absent: (machine) => {
    machine.disk.clear();
    machine.mark = undefined;
  },
  missing: ({ disk }) => disk.clear(),
  'missing, with records left': (machine) => {
    const { disk } = machine;
    for (const name of disk.keys()) if (!name.startsWith('vault/account/')) disk.delete(name);
    machine.headCopy = undefined;
  },
  damaged: (machine) => setHeads(machine, 'x'),
};

describe('restoring where there is no vault to use', () => {
  test.each(Object.entries(UNUSABLE))('%s: a new vault has all accounts', async (_name, spoil) => {
    const { machine } = await openMachine(2);
    const before = new Map(machine.disk);
    spoil(machine);
    const left = new Map(machine.disk);
    const vault = restarted(machine);
    const { text } = foreign([ALICE, BOB]);
    const answer = await vault.backup.restore(text, SECRET, { passkey: PASSKEY });
    if (answer.kind !== 'open') throw new Error('the passphrase opens');
    expect(answer.lines).toHaveLength(2);
    expect(await vault.state()).toBe('open');
    const again = restarted(machine);
    expect(await again.unlock(byCode(answer.recoveryCode))).toEqual({ kind: 'open' });
    expect(await again.status()).toEqual({ state: 'open', access: 'read-write', quarantined: [] });
    expect(await again.audit()).toEqual([]);
    expect(Object.keys(await codesOf(again))).toEqual([ALICE.label, BOB.label]);
    await again.add(sampleAccount(9), ADDED);
    // Its key is a new one: neither the file's passphrase nor the old vault's ways open it.
    expect(await restarted(machine).unlock(SECRET)).toEqual({ kind: 'wrong' });
    expect(before.get('vault/head')).not.toBe(machine.disk.get('vault/head'));
    for (const [name, value] of left) {
      if (name === 'vault/index') continue;
      expect(machine.disk.get(`aside/${START_MS}/${name}`)).toBe(value);
      if (name.startsWith('vault/account/')) expect(machine.disk.has(name)).toBe(false);
    }
  });

  test('an older vault that can be read gives its own accounts, too', async () => {
    const { machine, vault: first } = await openMachine(1);
    const older = new Map(machine.disk);
    await first.add(sampleAccount(5), ADDED);
    machine.disk.clear();
    for (const [name, value] of older) machine.disk.set(name, value);
    const vault = restarted(machine);
    await vault.unlock(TOUCH);
    expect(await vault.state()).toBe('older');
    const { text } = foreign([ALICE]);
    const answer = await vault.backup.restore(text, SECRET, { passkey: PASSKEY });
    expect(answer).toMatchObject({ kind: 'open', lines: [{ kind: 'new' }] });
    expect(await vault.state()).toBe('open');
    expect(Object.keys(await codesOf(vault))).toEqual(['operator-0@example.com', ALICE.label]);
  });

  test.each([
    ['the passphrase of the backup', { passphrase: SECRET.passphrase }, 0],
    ['another way in', { passkey: PASSKEY }, 2],
  ])(
    'under %s, %o: so many accounts are in no backup that opens',
    async (_name, first, missing) => {
      const { machine } = await openMachine(0);
      machine.disk.clear();
      machine.mark = undefined;
      const vault = restarted(machine);
      await vault.backup.restore(foreign([ALICE, BOB]).text, SECRET, first);
      const state = await vault.backup.state();
      expect(state.missing).toHaveLength(missing);
      expect(state.madeMs === undefined).toBe(missing > 0);
    },
  );

  test('the accounts of an older vault keep their order, whichever is decrypted first', async () => {
    const { machine, vault: first } = await openMachine(6);
    const labels = (await first.accounts('live')).map(({ label }) => label);
    const older = new Map(machine.disk);
    await first.add(sampleAccount(9), ADDED);
    machine.disk.clear();
    for (const [name, value] of older) machine.disk.set(name, value);
    const vault = restarted(machine);
    await vault.unlock(TOUCH);
    decryptOutOfTurn();
    const { text, recoveryCode } = foreign([ALICE]);
    await vault.backup.restore(text, byCode(recoveryCode), { passkey: PASSKEY });
    const restored = (await vault.accounts('live')).map(({ label }) => label);
    expect(restored).toEqual([...labels, ALICE.label]);
  });

  test('no key of this computer is left that opens what lies aside', async () => {
    const { machine, vault: kept } = await openMachine(1);
    await kept.keys.keepUnlocked(TOUCH);
    machine.disk.set('vault/manifest', 'x').set('vault/manifest-previous', 'x');
    const vault = restarted(machine);
    expect(await vault.unlock({ kind: 'this-computer' })).toEqual({ kind: 'open' });
    expect(await vault.state()).toBe('damaged');
    await vault.backup.restore(foreign([ALICE]).text, SECRET, { passkey: PASSKEY });
    expect(await vault.backup.archived()).toBe('kept');
    expect(machine.computerKey).toBeUndefined();
  });

  test.each(['open', 'locked'])('a vault that is %s is never replaced', async (state) => {
    const { machine, vault: open } = await openMachine(1);
    const before = new Map(machine.disk);
    const vault = state === 'open' ? open : restarted(machine);
    const { text } = foreign([ALICE]);
    const restoring = vault.backup.restore(text, SECRET, { passkey: PASSKEY });
    await expect(restoring).rejects.toThrow('vault-exists');
    expect(machine.disk).toEqual(before);
  });

  test('a wrong passphrase writes nothing of a vault', async () => {
    const machine = newMachine();
    const vault = new Vault(machine.ports);
    const { text } = foreign([ALICE]);
    const secret = { kind: 'passphrase', passphrase: 'not this one' } as const;
    expect(await vault.backup.restore(text, secret, { passkey: PASSKEY })).toEqual({
      kind: 'wrong',
    });
    expect([...machine.disk.keys()]).toEqual(['vault/tries']);
    expect(await vault.state()).toBe('absent');
  });

  test('what the browser cannot read bars nobody, and the rest is archived', async () => {
    const { machine } = await openMachine(1);
    setHeads(machine, 'x');
    const before = new Map(machine.disk);
    let isWritten = false;
    machine.beforeSet = (items) => {
      isWritten ||= 'vault/manifest' in items;
    };
    const bad = withBadBlock(machine, (key) => key === 'vault/manifest' && !isWritten);
    const { records: sound } = machine.ports;
    const records = { ...bad, set: async (items: Record<string, string>) => sound.set(items) };
    const vault = new Vault({ ...machine.ports, records });
    machine.session.clear();
    const { text, recoveryCode } = foreign([ALICE]);
    const answer = await vault.backup.restore(text, byCode(recoveryCode), { passkey: PASSKEY });
    expect(answer.kind).toBe('open');
    expect(await vault.accounts('live')).toHaveLength(1);
    for (const [name, value] of before) {
      const copy = machine.disk.get(`aside/${START_MS}/${name}`);
      // Names of records are not to be had from such a store; their items stay where they are.
      const isArchived = ['vault/head', 'vault/head-copy', 'vault/manifest-previous'].includes(
        name,
      );
      expect(copy, name).toBe(isArchived ? value : undefined);
      if (name.startsWith('vault/account/')) expect(machine.disk.get(name)).toBe(value);
    }
  });

  test.each(Object.entries(UNUSABLE))(
    '%s: killed before any write leaves old or new',
    async (_name, spoil) => {
      const { machine } = await openMachine(2);
      spoil(machine);
      const before = new Map(machine.disk);
      const { mark, headCopy } = machine;
      const { text, recoveryCode } = foreign([ALICE, BOB]);
      const seen = new Set<string>();
      for (let deadAfter = 0; ; deadAfter++) {
        machine.disk.clear();
        for (const [name, value] of before) machine.disk.set(name, value);
        machine.mark = mark;
        machine.headCopy = headCopy;
        machine.session.clear();
        const stateBefore = await new Vault(machine.ports).state();
        let steps = 0;
        const death = Promise.withResolvers<'killed'>();
        const dying = async <Value>(work: () => Promise<Value>): Promise<Value> => {
          if (steps++ < deadAfter) return work();
          // Writes are made one after the other: behind the first that never ends comes none.
          death.resolve('killed');
          return new Promise<never>(() => {});
        };
        const { records, generationMark: marks } = machine.ports;
        const killed = new Vault({
          ...machine.ports,
          exclusive: async (work) => work(),
          records: {
            ...records,
            set: async (items) => dying(async () => records.set(items)),
            remove: async (keys) => dying(async () => records.remove(keys)),
          },
          generationMark: {
            read: async () => marks.read(),
            write: async (value) => dying(async () => marks.write(value)),
            clear: async () => dying(async () => marks.clear()),
          },
          computerKey: {
            ...machine.ports.computerKey,
            clear: async () => dying(async () => machine.ports.computerKey.clear()),
          },
        });
        const restoring = killed.backup.restore(text, byCode(recoveryCode), { passkey: PASSKEY });
        const ended = await Promise.race([restoring.then(() => 'done'), death.promise]);
        const again = restarted(machine);
        const state = await again.state();
        if (state === 'locked' || state === 'open') {
          seen.add('new');
          expect(await again.unlock(TOUCH)).toEqual({ kind: 'open' });
          expect(await again.status()).toMatchObject({ state: 'open', access: 'read-write' });
          expect(await again.audit()).toEqual([]);
          expect(Object.keys(await codesOf(again))).toEqual([ALICE.label, BOB.label]);
        } else {
          seen.add('old');
          expect(state).toBe(stateBefore);
          for (const [name, value] of before) expect(machine.disk.get(name)).toBe(value);
        }
        if (ended === 'done') break;
      }
      expect(seen).toEqual(new Set(['old', 'new']));
    },
  );
});

test('what lies aside goes only with the word', async () => {
  const { machine } = await openMachine(1);
  UNUSABLE['damaged']?.(machine);
  const vault = restarted(machine);
  expect(await vault.backup.archived()).toBe('none');
  const { text, recoveryCode } = foreign([ALICE]);
  await vault.backup.restore(text, byCode(recoveryCode), { passkey: PASSKEY });
  expect(await vault.backup.archived()).toBe('kept');
  await vault.backup.deleteArchive();
  expect(await vault.backup.archived()).toBe('none');
  expect(await vault.accounts('live')).toHaveLength(1);
});
