import { describe, expect, test } from 'vitest';
import { VERSION } from '../../../../lib/vault/format/item-names.ts';
import { Vault } from '../../../../lib/vault/vault.ts';
import { newMachine } from '../memory-ports.ts';
import { openMachine, PASSKEY, PASSPHRASE, restarted, TOUCH } from '../samples.ts';
import { edit, flipped, reopened } from '../tamper.ts';

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

  test('damaged in both is damage, never a first run', async () => {
    const { machine } = await openMachine(1);
    machine.disk.set('vault/head', 'x').set('vault/head-copy', 'x');
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
      await expect(restarted(machine).unlock(TOUCH)).rejects.toThrow('vault-damaged');
      const secret = { kind: 'recovery-code', recoveryCode } as const;
      expect(await restarted(machine).unlock(secret)).toEqual({ kind: 'open' });
    },
  );

  test('a slot edited with its check made right again opens nothing by a wrong secret', async () => {
    const machine = newMachine();
    await new Vault(machine.ports).create({ passphrase: PASSPHRASE });
    const { findHead, headText } = await import('../../../../lib/vault/format/head.ts');
    const head = await findHead(machine.disk.get('vault/head'), undefined);
    if (!head) throw new Error('no head');
    const cost = { memoryKib: 65_536, iterations: 1e9, parallelism: 1 };
    const slots = head.slots.map((slot) =>
      slot.use.type === 'passphrase' ? { ...slot, use: { ...slot.use, cost } } : slot,
    );
    const text = await headText({ ...head, slots });
    machine.disk.set('vault/head', text).set('vault/head-copy', text);
    const secret = { kind: 'passphrase', passphrase: PASSPHRASE } as const;
    await expect(restarted(machine).unlock(secret)).rejects.toThrow('kdf-parameters-refused');
  });
});

test('a head with many costly passphrase slots costs one of them', async () => {
  const { machine, vault } = await openMachine();
  await vault.keys.changePassphrase(TOUCH, PASSPHRASE);
  const { findHead, headText } = await import('../../../../lib/vault/format/head.ts');
  const head = await findHead(machine.disk.get('vault/head'), undefined);
  if (!head) throw new Error('no head');
  const passphraseSlot = head.slots.filter(({ use }) => use.type === 'passphrase');
  const refused = passphraseSlot.map((slot) =>
    slot.use.type === 'passphrase'
      ? { ...slot, use: { ...slot.use, cost: { ...slot.use.cost, iterations: 99 } } }
      : slot,
  );
  const text = await headText({ ...head, slots: [...passphraseSlot, ...refused] });
  machine.disk.set('vault/head', text).set('vault/head-copy', text);
  // The second would be refused loudly: it is not even looked at.
  const secret = { kind: 'passphrase', passphrase: 'a wrong passphrase' } as const;
  expect(await restarted(machine).unlock(secret)).toEqual({ kind: 'wrong' });
});
