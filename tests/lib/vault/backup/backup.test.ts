import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Vault } from '../../../../lib/vault/vault.ts';
import { ALICE, BOB, byCode, codesOf, foreign, SECRET } from './backup-samples.ts';
import { decryptBackup } from '../independent-decryptor.ts';
import { newMachine, START_MS } from '../memory-ports.ts';
import { decryptOutOfTurn } from '../out-of-turn.ts';
import {
  ADDED,
  openMachine,
  PASSKEY,
  PASSPHRASE,
  restarted,
  sampleAccount,
  TOUCH,
} from '../samples.ts';

/** Its codes are counted, and its secret is the longest there is. */
const COUNTED = {
  type: 'hotp',
  issuer: 'Bank',
  label: 'counted',
  secret: Buffer.alloc(256, 3),
  counter: 41,
} as const;

describe('a backup', () => {
  test('is opened by a decryptor written from SECURITY.md alone', async () => {
    const { vault, recoveryCode } = await openMachine(3);
    const { text, accounts, unreadable } = await vault.backup.make();
    expect({ accounts, unreadable }).toEqual({ accounts: 3, unreadable: 0 });
    const found = [...decryptBackup(text, { recoveryCode }).values()];
    expect(found.map(({ secret }) => secret.toString())).toEqual([
      'secret of account 0',
      'secret of account 1',
      'secret of account 2',
    ]);
  });

  test('keeps the order of the accounts, whichever is decrypted first', async () => {
    const { vault, ids, recoveryCode } = await openMachine(6);
    decryptOutOfTurn();
    const { text } = await vault.backup.make();
    expect([...decryptBackup(text, { recoveryCode }).keys()]).toEqual(ids);
  });

  test('opens with the passphrase, and holds no way in that is of this computer', async () => {
    const vault = new Vault(newMachine().ports);
    await vault.create({ passphrase: PASSPHRASE });
    await vault.add(sampleAccount(1), ADDED);
    await vault.keys.addPasskey(SECRET, PASSKEY);
    await vault.keys.keepUnlocked(SECRET);
    const { text } = await vault.backup.make();
    expect(decryptBackup(text, { passphrase: PASSPHRASE }).size).toBe(1);
    const { slots } = JSON.parse(String(JSON.parse(text).head)) as { slots: { type: string }[] };
    expect(slots.map(({ type }) => type).toSorted()).toEqual(['passphrase', 'recovery-code']);
    expect(text).not.toContain(PASSKEY.credentialId);
  });

  test('has no plaintext in it', async () => {
    const { vault } = await openMachine(2);
    const { text } = await vault.backup.make();
    for (const plain of ['operator', 'TP-Link', 'secret of', 'vms-cloud']) {
      expect(text).not.toContain(plain);
    }
  });

  test('needs the vault open', async () => {
    const { machine } = await openMachine(1);
    await expect(restarted(machine).backup.make()).rejects.toThrow('vault-locked');
  });

  test('of a vault with an unreadable account holds the others, and says so', async () => {
    const { machine, ids } = await openMachine(3);
    machine.disk.set(`vault/account/${ids[1] ?? ''}`, 'x');
    const vault = restarted(machine);
    await vault.unlock(TOUCH);
    expect(await vault.backup.make()).toMatchObject({ accounts: 2, unreadable: 1 });
  });

  test('can be made of a vault that may only be read', async () => {
    const { machine, recoveryCode } = await openMachine(2);
    machine.disk.set('vault/manifest', 'x');
    const vault = restarted(machine);
    await vault.unlock(TOUCH);
    expect(await vault.state()).toBe('damaged');
    const { text } = await vault.backup.make();
    expect(decryptBackup(text, { recoveryCode }).size).toBe(2);
  });

  test('made on another computer brings its accounts whole', async () => {
    const { vault } = await openMachine(0);
    const { text } = foreign([ALICE, BOB]);
    expect(await vault.backup.add(text, SECRET)).toMatchObject({
      kind: 'open',
      madeMs: START_MS,
      lines: [{ kind: 'new' }, { kind: 'new' }],
      refused: [],
    });
    const [, bob] = await vault.accounts('live');
    expect(bob).toMatchObject({
      issuer: 'Büro 東京',
      algorithm: 'SHA-512',
      digits: 8,
      periodSeconds: 60,
      note: 'Main gate\nnight shift',
      tags: ['Harbour'],
      sites: ['vms-cloud'],
    });
    const { vault: typed } = await openMachine(0, 'typed by hand');
    const { issuer, label } = ALICE;
    const secret = Uint8Array.from(ALICE.secret);
    await typed.add(sampleAccount(1, { issuer, label, secret }), ADDED);
    expect((await codesOf(vault))[label]).toBe((await codesOf(typed))[label]);
  });

  test.each([
    [1, [ALICE, BOB]],
    [2, [ALICE, BOB, COUNTED]],
  ] as const)('of version %i, as another program wrote it, still opens', async (version, all) => {
    const file = new URL(`fixtures/backup-${version}.json`, import.meta.url);
    const made = foreign(all, `backup ${version}`, version);
    if (process.env['WRITE_FIXTURE']) {
      const { writeFileSync } = await import('node:fs');
      writeFileSync(file, `${made.text}\n`);
    }
    const text = readFileSync(file, 'utf8');
    expect(JSON.parse(text)).toEqual(JSON.parse(made.text));
    const { vault } = await openMachine(0);
    expect(await vault.backup.add(text, byCode(made.recoveryCode))).toMatchObject({
      kind: 'open',
      refused: [],
    });
    expect(Object.keys(await codesOf(vault))).toEqual(all.map(({ label }) => label));
    const counted = (await vault.accounts('live')).find(({ type }) => type === 'hotp');
    if (version === 2) expect(counted).toMatchObject({ counter: 41 });
  });
});

describe('what is backed up', () => {
  test('is told from what is newer', async () => {
    const { machine, vault } = await openMachine(2);
    expect(await vault.backup.state()).toMatchObject({ changed: 'changed' });
    expect((await vault.backup.state()).missing).toHaveLength(2);
    const { madeMs } = await vault.backup.make();
    await vault.backup.kept(madeMs);
    expect(await vault.backup.state()).toEqual({ madeMs, missing: [], changed: 'same' });
    machine.clock.nowMs += 1000;
    const added = await vault.add(sampleAccount(7), ADDED);
    expect(await vault.backup.state()).toEqual({
      madeMs,
      missing: [added.id],
      changed: 'changed',
    });
    await vault.bin(added.id);
    expect((await vault.backup.state()).missing).toEqual([]);
  });

  test('lacks what could not be read when it was made, as soon as that can be read again', async () => {
    const { machine, vault, ids } = await openMachine(2);
    const [id = ''] = ids;
    const item = `vault/account/${id}`;
    const record = machine.disk.get(item) ?? '';
    machine.disk.set(item, 'damaged');
    expect(await vault.audit()).toEqual([id]);
    const { madeMs, unreadable } = await vault.backup.make();
    expect(unreadable).toBe(1);
    await vault.backup.kept(madeMs);
    // No backup could have it: the health page says that it cannot be read.
    expect((await vault.backup.state()).missing).toEqual([]);
    machine.disk.set(item, record);
    const again = restarted(machine);
    await again.unlock(TOUCH);
    expect(await again.audit()).toEqual([]);
    expect((await again.backup.state()).missing).toEqual([id]);
    await again.backup.kept((await again.backup.make()).madeMs);
    expect((await again.backup.state()).missing).toEqual([]);
  });

  test('survives other writes and restarts, and ends with the secret that opens it', async () => {
    const { machine, vault, ids } = await openMachine(1);
    await vault.backup.kept((await vault.backup.make()).madeMs);
    await vault.change(ids[0] ?? '', { pinned: 'pinned' });
    const again = restarted(machine);
    await again.unlock(TOUCH);
    expect((await again.backup.state()).madeMs).toBe(START_MS);
    await again.keys.removePasskey('none');
    expect((await again.backup.state()).madeMs).toBe(START_MS);
    await again.keys.reissueRecoveryCode(TOUCH);
    const state = await again.backup.state();
    expect([state.madeMs, state.earlier]).toEqual([undefined, 'outdated']);
    await again.backup.kept((await again.backup.make()).madeMs);
    expect((await again.backup.state()).earlier).toBeUndefined();
  });

  test('where none was made, none is outdated by another secret', async () => {
    const { vault } = await openMachine(1);
    await vault.keys.reissueRecoveryCode(TOUCH);
    expect((await vault.backup.state()).earlier).toBeUndefined();
  });
});
