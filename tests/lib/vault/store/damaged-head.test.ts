import { describe, expect, test } from 'vitest';
import { findHead, headText } from '../../../../lib/vault/format/head.ts';
import { VERSION } from '../../../../lib/vault/format/item-names.ts';
import type { Slot } from '../../../../lib/vault/format/slot.ts';
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
import { edit, flipped, reopened, setHeads } from '../tamper.ts';

interface SlotFields {
  readonly type: string;
  readonly [field: string]: unknown;
}

describe('the head', () => {
  test('damaged in one of its two copies costs nothing', async () => {
    for (const key of ['vault/head', 'vault/head-copy']) {
      for (const text of ['', 'nonsense', '{}', '{"format":"nightlatch-vault","version":3}']) {
        const { machine } = await openMachine(1);
        machine.disk.set(key, text);
        expect(await (await reopened(machine)).state()).toBe('open');
      }
    }
  });

  test('damaged in all copies is damage, never a first run', async () => {
    const { machine } = await openMachine(1);
    setHeads(machine, 'x');
    const vault = restarted(machine);
    expect(await vault.status()).toEqual({ state: 'damaged', access: 'none', quarantined: [] });
    await expect(vault.unlock(TOUCH)).rejects.toThrow('vault-damaged');
    machine.disk.delete('vault/head');
    machine.disk.delete('vault/head-copy');
    expect(await restarted(machine).state()).toBe('damaged');
  });

  test('of a later version is said to be one, and not touched', async () => {
    const { machine } = await openMachine(1);
    for (const key of ['vault/head', 'vault/head-copy']) {
      edit(machine, key, (head: object) => ({ ...head, version: VERSION + 1 }));
    }
    const before = new Map(machine.disk);
    const vault = restarted(machine);
    await expect(vault.state()).rejects.toThrow('vault-newer-version');
    await expect(vault.unlock(TOUCH)).rejects.toThrow('vault-newer-version');
    await expect(vault.create({ passkey: PASSKEY })).rejects.toThrow('vault-exists');
    expect(machine.disk).toEqual(before);
  });

  const fields = [
    'id',
    'wrapped',
    'commit',
    'sealed',
    'publicKey',
    'check',
    'prfSalt',
    'credentialId',
  ];
  test.each(fields)(
    'a slot damaged in its %s is damage, and the other ways in open',
    async (field) => {
      const { machine, recoveryCode } = await openMachine(1);
      for (const key of ['vault/head', 'vault/head-copy']) {
        edit(machine, key, (head: { slots: SlotFields[] }) => ({
          ...head,
          slots: head.slots.map((slot) => {
            const text = String(slot[field]);
            const changed = /^(id|credentialId)$/.test(field) ? `B${text.slice(1)}` : flipped(text);
            return slot.type === 'passkey' ? { ...slot, [field]: changed } : slot;
          }),
        }));
      }
      machine.headCopy = machine.disk.get('vault/head');
      await expect(restarted(machine).unlock(TOUCH)).rejects.toThrow('vault-damaged');
      const secret = { kind: 'recovery-code', recoveryCode } as const;
      expect(await restarted(machine).unlock(secret)).toEqual({ kind: 'open' });
    },
  );

  test('a slot edited with its check made right again opens nothing by a wrong secret', async () => {
    const machine = newMachine();
    await new Vault(machine.ports).create({ passphrase: PASSPHRASE });
    const head = await findHead(machine.disk.get('vault/head'), undefined);
    if (!head) throw new Error('no head');
    const cost = { memoryKib: 65_536, iterations: 1e9, parallelism: 1 };
    const slots = head.slots.map((slot) =>
      slot.use.type === 'passphrase' ? { ...slot, use: { ...slot.use, cost } } : slot,
    );
    const text = await headText({ ...head, slots });
    setHeads(machine, text);
    const secret = { kind: 'passphrase', passphrase: PASSPHRASE } as const;
    await expect(restarted(machine).unlock(secret)).rejects.toThrow('kdf-parameters-refused');
  });
});

const HEADS = ['vault/head', 'vault/head-copy'] as const;

/** Changes the slot of the passkey in both heads of the store, and makes its checksum right again. */
async function forgeBoth(machine: Machine, change: (slot: Slot) => Slot): Promise<string> {
  const head = await findHead(machine.disk.get(HEADS[0]), undefined);
  if (!head) throw new Error('no head');
  const slots = head.slots.map((slot) => (slot.use.type === 'passkey' ? change(slot) : slot));
  const text = await headText({ ...head, slots });
  for (const name of HEADS) machine.disk.set(name, text);
  return text;
}

function otherWrapped(slot: Slot): Slot {
  return { ...slot, wrapped: new Uint8Array(slot.wrapped.length) };
}

const OTHER_PRF = Buffer.alloc(32, 5).toString('base64');

function withoutCheckOfPasskey(head: { slots: SlotFields[] }): unknown {
  const slots = head.slots.map((slot) =>
    slot.type === 'passkey' ? { ...slot, check: 'AAAAAAAAAAA=' } : slot,
  );
  return { ...head, slots };
}

describe('the copy of the head outside of the store', () => {
  test.each([
    ['garbage', 'x'],
    ['gone', undefined],
  ])('opens the vault where both heads are %s', async (_what, text) => {
    const { machine, ids } = await openMachine(2);
    for (const name of HEADS) {
      if (text === undefined) machine.disk.delete(name);
      else machine.disk.set(name, text);
    }
    const vault = restarted(machine);
    expect(await vault.state()).toBe('locked');
    expect(await vault.unlock(TOUCH)).toEqual({ kind: 'open' });
    expect(await vault.codes(ids, START_MS)).toHaveLength(2);
    await vault.add(sampleAccount(9), ADDED);
  });

  test('opens it where nothing but the records is left', async () => {
    const { machine, ids } = await openMachine(2);
    for (const name of machine.disk.keys()) {
      if (!name.startsWith('vault/account/')) machine.disk.delete(name);
    }
    const vault = restarted(machine);
    expect(await vault.unlock(TOUCH)).toEqual({ kind: 'open' });
    expect(await vault.state()).toBe('damaged');
    expect(await vault.codes(ids, START_MS)).toHaveLength(2);
  });

  test.each([
    ['another commitment', (slot: Slot) => ({ ...slot, commit: new Uint8Array(32) })],
    ['another wrapped key', otherWrapped],
    ['the id of another slot', (slot: Slot) => ({ ...slot, id: 'AAAAAAAAAAA' })],
  ])('opens it where both were forged with %s, and takes their place', async (_what, change) => {
    const { machine, ids } = await openMachine(2);
    const { headCopy } = machine;
    const forged = await forgeBoth(machine, change);
    expect(forged).not.toBe(headCopy);
    const vault = restarted(machine);
    expect(await vault.unlock(TOUCH)).toEqual({ kind: 'open' });
    expect(await vault.codes(ids, START_MS)).toHaveLength(2);
    await vault.audit();
    expect(HEADS.map((name) => machine.disk.get(name))).toEqual([headCopy, headCopy]);
    expect(machine.headCopy).toBe(headCopy);
  });

  test('is not given up for forged heads when another way in opens', async () => {
    const { machine, recoveryCode } = await openMachine(1);
    const { headCopy } = machine;
    await forgeBoth(machine, otherWrapped);
    const vault = restarted(machine);
    expect(await vault.unlock({ kind: 'recovery-code', recoveryCode })).toEqual({ kind: 'open' });
    await vault.audit();
    expect(machine.headCopy).toBe(headCopy);
  });

  test('of before a change lets no old secret in', async () => {
    const { machine, vault: first } = await openMachine(1);
    const { headCopy } = machine;
    await first.keys.addPasskey(TOUCH, { ...PASSKEY, credentialId: 'other', prf: OTHER_PRF });
    await first.keys.removePasskey(PASSKEY.credentialId);
    machine.headCopy = headCopy;
    expect(await restarted(machine).unlock(TOUCH)).toEqual({ kind: 'wrong' });
    for (const name of HEADS) edit(machine, name, withoutCheckOfPasskey);
    await expect(restarted(machine).unlock(TOUCH)).rejects.toThrow('vault-damaged');
  });

  test('costs a wrong passphrase one count, and no second key derivation', async () => {
    const { machine, vault: first } = await openMachine();
    await first.keys.changePassphrase(TOUCH, PASSPHRASE);
    const secret = { kind: 'passphrase', passphrase: 'a wrong passphrase' } as const;
    expect(await restarted(machine).unlock(secret)).toEqual({ kind: 'wrong' });
    expect(machine.disk.get('vault/tries')).toContain('"count":1');
  });
});

test('a head with many costly passphrase slots costs one of them', async () => {
  const { machine, vault } = await openMachine();
  await vault.keys.changePassphrase(TOUCH, PASSPHRASE);
  const head = await findHead(machine.disk.get('vault/head'), undefined);
  if (!head) throw new Error('no head');
  const passphraseSlot = head.slots.filter(({ use }) => use.type === 'passphrase');
  const refused = passphraseSlot.map((slot) =>
    slot.use.type === 'passphrase'
      ? { ...slot, use: { ...slot.use, cost: { ...slot.use.cost, iterations: 99 } } }
      : slot,
  );
  const text = await headText({ ...head, slots: [...passphraseSlot, ...refused] });
  setHeads(machine, text);
  // The second would be refused loudly: it is not even looked at.
  const secret = { kind: 'passphrase', passphrase: 'a wrong passphrase' } as const;
  expect(await restarted(machine).unlock(secret)).toEqual({ kind: 'wrong' });
});
