/** A backup of some accounts: it says so, adds to what is there, and never passes for the backup of the vault. */
import { describe, expect, test } from 'vitest';
import { Vault } from '../../../../lib/vault/vault.ts';
import { decryptBackup, openBackup } from '../independent-decryptor.ts';
import { writeBackup } from '../independent-writer.ts';
import { newMachine, START_MS } from '../memory-ports.ts';
import { openMachine, PASSKEY, PASSPHRASE, restarted, TOUCH } from '../samples.ts';
import { setHeads } from '../tamper.ts';
import { ALICE, byCode, codesOf, SECRET } from './backup-samples.ts';

/** One of fourteen accounts, as another program writes it. */
const { text: SOME } = writeBackup({
  seed: 'some',
  passphrase: PASSPHRASE,
  madeMs: START_MS,
  accounts: [ALICE],
  of: 14,
});

async function madeOf(vault: Vault, ids: readonly string[]) {
  const made = await vault.backup.makeChosen(ids, TOUCH);
  if (made.kind !== 'open') throw new Error('the touch proves it');
  return made;
}

describe('a backup of chosen accounts', () => {
  test('comes only after a proof, and holds them and of how many they are', async () => {
    const { vault, ids, recoveryCode } = await openMachine(4);
    const [first = '', , third = '', fourth = ''] = ids;
    await vault.bin(fourth);
    const wrong = { ...TOUCH, prf: Buffer.alloc(32, 9).toString('base64') };
    expect(await vault.backup.makeChosen(ids, wrong)).toEqual({ kind: 'wrong' });
    const made = await madeOf(vault, [third, first, fourth]);
    expect(made).toMatchObject({ accounts: 2, of: 3, unread: [] });
    const { accounts, of } = openBackup(made.text, { recoveryCode });
    expect([...accounts.keys()]).toEqual([first, third]);
    expect(of).toBe(3);
  });

  test('of all of them is the backup of the vault, with its bin', async () => {
    const { vault, ids, recoveryCode } = await openMachine(3);
    const [first = '', ...others] = ids;
    await vault.bin(first);
    const made = await madeOf(vault, others);
    expect(made).not.toHaveProperty('of');
    expect([...decryptBackup(made.text, { recoveryCode }).keys()]).toEqual(ids);
    expect(openBackup(made.text, { recoveryCode }).of).toBeUndefined();
  });

  test('names those that cannot be read', async () => {
    const { machine, ids } = await openMachine(3);
    const [first = '', second = ''] = ids;
    machine.disk.set(`vault/account/${first}`, 'x');
    const vault = restarted(machine);
    await vault.unlock(TOUCH);
    const made = await madeOf(vault, [first, second]);
    expect(made).toMatchObject({ accounts: 1, of: 3, unread: [{ id: first }] });
  });
});

describe('restoring it', () => {
  test('adds its accounts and changes nothing else', async () => {
    const { vault } = await openMachine(2);
    await vault.keys.setLockMinutes(42);
    const before = await vault.accounts('live');
    expect(await vault.backup.preview(SOME, SECRET)).toMatchObject({ of: 14 });
    expect(await vault.backup.add(SOME, SECRET)).toMatchObject({
      of: 14,
      lines: [{ kind: 'new', label: ALICE.label }],
    });
    expect((await vault.accounts('live')).slice(0, 2)).toEqual(before);
    expect(await vault.keys.lockMinutes()).toBe(42);
    expect(await vault.backup.state()).toMatchObject({ changed: 'changed' });
  });

  test('begins a vault where there is none', async () => {
    const vault = new Vault(newMachine().ports);
    const answer = await vault.backup.restore(SOME, SECRET, { passkey: PASSKEY });
    expect(answer).toMatchObject({ kind: 'open', of: 14 });
    expect(Object.keys(await codesOf(vault))).toEqual([ALICE.label]);
  });

  test('takes the place of no damaged and no older vault', async () => {
    const { machine, vault: first, ids } = await openMachine(1);
    const older = new Map(machine.disk);
    await first.bin(ids[0] ?? '');
    machine.disk.clear();
    for (const [name, value] of older) machine.disk.set(name, value);
    const read = restarted(machine);
    await read.unlock(TOUCH);
    expect(await read.state()).toBe('older');
    await expect(read.backup.preview(SOME, SECRET)).rejects.toThrow('backup-partial');
    await expect(read.backup.restore(SOME, SECRET, { passkey: PASSKEY })).rejects.toThrow(
      'backup-partial',
    );
    setHeads(machine, 'x');
    const damaged = restarted(machine);
    const left = new Map(machine.disk);
    await expect(damaged.backup.preview(SOME, SECRET)).rejects.toThrow('backup-partial');
    await expect(damaged.backup.restore(SOME, SECRET, { passkey: PASSKEY })).rejects.toThrow(
      'backup-partial',
    );
    expect(machine.disk.get('vault/manifest')).toBe(left.get('vault/manifest'));
  });

  test('the file that was made here opens with the recovery code of its day', async () => {
    const { vault, ids, recoveryCode } = await openMachine(2);
    const { text } = await madeOf(vault, ids.slice(0, 1));
    const { vault: other } = await openMachine(0, 'another computer');
    expect(await other.backup.add(text, byCode(recoveryCode))).toMatchObject({
      of: 2,
      lines: [{ kind: 'new' }],
    });
  });
});
