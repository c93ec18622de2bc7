import { describe, expect, test } from 'vitest';
import type { UnlockSecret } from '../../../../lib/vault/model.ts';
import { Vault } from '../../../../lib/vault/vault.ts';
import { decryptVault } from '../independent-decryptor.ts';
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
import { setHeads } from '../tamper.ts';

const OLD: UnlockSecret = { kind: 'passphrase', passphrase: PASSPHRASE };
const NEW: UnlockSecret = { kind: 'passphrase', passphrase: 'a quite new passphrase' };
const SECOND_PASSKEY = {
  credentialId: 'second',
  name: 'Phone',
  prfSalt: PASSKEY.prfSalt,
  prf: Buffer.alloc(32, 3).toString('base64'),
};

async function opens(machine: Machine, secret: UnlockSecret): Promise<boolean> {
  machine.disk.delete('vault/tries');
  return (await restarted(machine).unlock(secret)).kind === 'open';
}

describe('a change of passphrase', () => {
  test('leaves one passphrase, the other ways in and all accounts', async () => {
    const { machine, vault, recoveryCode, ids } = await openMachine(3);
    await vault.delete(ids[2] ?? '');
    await vault.keys.changePassphrase(TOUCH, PASSPHRASE);
    const keptHead = machine.disk.get('vault/head');
    await vault.keys.changePassphrase(OLD, NEW.passphrase);
    expect(machine.disk.get('vault/head')).not.toBe(keptHead);
    expect(await vault.state()).toBe('open');
    expect(await vault.codes(ids.slice(0, 2), START_MS)).toHaveLength(2);
    const { id } = await vault.add(sampleAccount(8), ADDED);
    expect(await opens(machine, OLD)).toBe(false);
    expect(await opens(machine, NEW)).toBe(true);
    expect(await opens(machine, TOUCH)).toBe(true);
    expect(await opens(machine, { kind: 'recovery-code', recoveryCode })).toBe(true);
    const accounts = decryptVault(Object.fromEntries(machine.disk), { recoveryCode });
    expect([...accounts.keys()]).toEqual([ids[0], ids[1], id]);
  });

  test('replaces the vault key: what was sealed to the old one is not readable by it any more', async () => {
    const { machine, vault } = await openMachine(2);
    const keyBefore = machine.session.get('vault/key');
    const textsBefore = new Set(machine.disk.values());
    await vault.keys.changePassphrase(TOUCH, PASSPHRASE);
    expect(machine.session.get('vault/key')).not.toEqual(keyBefore);
    for (const [key, text] of machine.disk) {
      expect([key, textsBefore.has(text)]).toEqual([key, false]);
    }
    machine.session.set('vault/key', keyBefore);
    expect(await new Vault(machine.other()).state()).toBe('locked');
    expect(machine.erasures).toBe(1);
  });

  test('needs a proof, and a passphrase of some length', async () => {
    const { machine, vault } = await openMachine();
    const before = machine.disk.get('vault/head');
    const wrong = { ...TOUCH, prf: Buffer.alloc(32, 9).toString('base64') };
    expect(await vault.keys.changePassphrase(wrong, PASSPHRASE)).toEqual({ kind: 'wrong' });
    await expect(vault.keys.changePassphrase(TOUCH, 'short')).rejects.toThrow(
      'passphrase-too-weak',
    );
    expect(machine.disk.get('vault/head')).toBe(before);
  });

  test('waits for a repair while an account is unreadable, so that it is not lost for good', async () => {
    const { machine, vault, ids } = await openMachine(2);
    const key = `vault/account/${ids[0] ?? ''}`;
    machine.disk.set(key, 'unreadable');
    const again = restarted(machine);
    await again.unlock(TOUCH);
    await expect(again.keys.changePassphrase(TOUCH, PASSPHRASE)).rejects.toThrow('account-damaged');
    expect(machine.disk.get(key)).toBe('unreadable');
    expect(await vault.state()).toBe('open');
  });
});

describe('the recovery code', () => {
  test('issued anew opens, and the old one is dead', async () => {
    const { machine, vault, recoveryCode } = await openMachine(1);
    const answer = await vault.keys.reissueRecoveryCode(TOUCH);
    if (answer.kind !== 'open') throw new Error(answer.kind);
    expect(answer.recoveryCode).not.toBe(recoveryCode);
    const reissued = { kind: 'recovery-code', recoveryCode: answer.recoveryCode } as const;
    expect(await opens(machine, reissued)).toBe(true);
    expect(await opens(machine, { kind: 'recovery-code', recoveryCode })).toBe(false);
  });

  test('with a slip of the pen is malformed, not wrong', async () => {
    const { machine, recoveryCode } = await openMachine();
    const last = recoveryCode.at(0) === 'A' ? 'B' : 'A';
    const secret = { kind: 'recovery-code', recoveryCode: last + recoveryCode.slice(1) } as const;
    await expect(restarted(machine).unlock(secret)).rejects.toThrow('recovery-code-malformed');
  });
});

describe('passkeys', () => {
  test('are added by proof, named, listed while locked, and removed', async () => {
    const { machine, vault } = await openMachine(1);
    const second: UnlockSecret = { kind: 'passkey', ...SECOND_PASSKEY };
    expect(await vault.keys.addPasskey(second, SECOND_PASSKEY)).toEqual({ kind: 'wrong' });
    expect(await vault.keys.addPasskey(TOUCH, SECOND_PASSKEY)).toEqual({ kind: 'open' });
    await vault.keys.renamePasskey('second', ' Night shift ');
    await vault.lock();
    expect((await vault.keys.passkeys()).map(({ name }) => name)).toEqual([
      'Blue key',
      'Night shift',
    ]);
    expect(await opens(machine, second)).toBe(true);
    const again = restarted(machine);
    await again.unlock(second);
    await again.keys.removePasskey(PASSKEY.credentialId);
    expect(await opens(machine, TOUCH)).toBe(false);
    expect(await opens(machine, second)).toBe(true);
  });

  test('a removed passkey opens nothing even when its old slot is put back', async () => {
    const { machine, vault } = await openMachine(1);
    await vault.keys.addPasskey(TOUCH, SECOND_PASSKEY);
    const oldHead = machine.disk.get('vault/head') ?? '';
    await vault.keys.removePasskey('second');
    machine.disk.set('vault/head', oldHead);
    machine.disk.set('vault/head-copy', oldHead);
    const again = restarted(machine);
    await again.unlock({ kind: 'passkey', ...SECOND_PASSKEY });
    expect(await again.state()).toBe('damaged');
    expect(await again.accounts('live')).toEqual([]);
  });

  test.each([
    [{ ...SECOND_PASSKEY, prf: 'AAAA' }, 'request-malformed'],
    [{ ...SECOND_PASSKEY, prfSalt: 'AAAA' }, 'request-malformed'],
    [{ ...SECOND_PASSKEY, credentialId: '' }, 'request-malformed'],
    [{ ...SECOND_PASSKEY, name: 'x'.repeat(65) }, 'label-too-long'],
    [{ ...SECOND_PASSKEY, name: 'a\u202Eb' }, 'label-forbidden-character'],
  ])('refuses %o', async (passkey, code) => {
    const { vault } = await openMachine();
    await expect(vault.keys.addPasskey(TOUCH, passkey)).rejects.toThrow(code);
  });

  test('an unknown one is not renamed', async () => {
    const { vault } = await openMachine();
    await expect(vault.keys.renamePasskey('none', 'x')).rejects.toThrow('account-unknown');
  });
});

describe('old data that what was taken back opens', () => {
  const failing = async () => Promise.reject(new Error('IndexedDB'));

  test('is erased at once, and nothing is said', async () => {
    const { machine, vault } = await openMachine(1);
    await vault.keys.changePassphrase(TOUCH, PASSPHRASE);
    expect([machine.erasures, vault.keys.oldData]).toEqual([1, 'erased']);
  });

  test('that could not be erased is told of; the change stands', async () => {
    const { machine } = await openMachine(1);
    const records = { ...machine.ports.records, eraseOverwritten: failing };
    const vault = new Vault({ ...machine.ports, records });
    expect(await vault.keys.changePassphrase(TOUCH, PASSPHRASE)).toEqual({ kind: 'open' });
    expect(vault.keys.oldData).toBe('left');
    expect(await opens(machine, OLD)).toBe(true);
  });

  test('is erased after the next unlocking where the browser was closed meanwhile', async () => {
    const { machine } = await openMachine(1);
    machine.erasing = 'unfinished';
    const vault = restarted(machine);
    await vault.unlock(TOUCH);
    await vault.audit();
    expect([machine.erasures, machine.erasing]).toEqual([1, 'finished']);
  });

  test('a key of this computer that was there goes on opening where a new one could not be saved', async () => {
    const { machine, vault: first } = await openMachine(1);
    await first.keys.keepUnlocked(TOUCH);
    const vault = new Vault({
      ...machine.ports,
      records: { ...machine.ports.records, set: failing },
    });
    await expect(vault.keys.keepUnlocked(TOUCH)).rejects.toThrow();
    expect(await opens(machine, { kind: 'this-computer' })).toBe(true);
  });

  test('a key of this computer that cannot be deleted opens nothing any more, and is told of', async () => {
    const { machine, vault: first } = await openMachine(1);
    await first.keys.keepUnlocked(TOUCH);
    const computerKey = { ...machine.ports.computerKey, clear: failing };
    const vault = new Vault({ ...machine.ports, computerKey });
    await vault.keys.stopKeepingUnlocked();
    expect([vault.keys.oldData, machine.erasures]).toEqual(['left', 1]);
    expect(await vault.keys.isKeptUnlocked()).toBe(false);
    expect(await opens(machine, { kind: 'this-computer' })).toBe(false);
    expect(await opens(machine, TOUCH)).toBe(true);
  });
});

test('a passphrase slot cheaper than our floor is written anew once it was opened', async () => {
  const machine = newMachine('cheap');
  const vault = new Vault({ ...machine.ports });
  await vault.create({ passphrase: PASSPHRASE });
  const { derivePassphraseKey } = await import('../../../../lib/crypto/argon2id.ts');
  const { findHead, headText } = await import('../../../../lib/vault/format/head.ts');
  const { newSlot } = await import('../../../../lib/vault/format/slot.ts');
  const { deriveKeys } = await import('../../../../lib/vault/format/derived-keys.ts');
  const head = await findHead(machine.disk.get('vault/head'), undefined);
  if (!head) throw new Error('no head');
  const { key } = machine.session.get('vault/key') as { key: string };
  const vaultKey = Uint8Array.from(Buffer.from(key, 'base64'));
  const keys = await deriveKeys(vaultKey, head.vaultId);
  const cost = { memoryKib: 19_456, iterations: 2, parallelism: 1 };
  const salt = new Uint8Array(16);
  const cheapKey = await derivePassphraseKey(PASSPHRASE, salt, cost);
  const { randomBytes } = machine.ports;
  const use = { type: 'passphrase', salt, cost } as const;
  const cheap = await newSlot({ use, slotKey: cheapKey }, { vaultKey, keys }, randomBytes);
  const text = await headText({ ...head, slots: [cheap, ...head.slots.slice(1)] });
  setHeads(machine, text);
  expect(text).toContain('"memoryKib":19456');
  expect(await opens(machine, OLD)).toBe(true);
  expect(machine.disk.get('vault/head')).toContain('"memoryKib":65536');
  expect(machine.disk.get('vault/head')).not.toContain('"memoryKib":19456');
  expect(await opens(machine, OLD)).toBe(true);
});
