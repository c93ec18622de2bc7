import { VAULT_ACCOUNTS_MAX } from '../../../lib/limits.ts';
import { describe, expect, test } from 'vitest';
import { codesAt } from '../../../lib/otp/code.ts';
import { checkRoom } from '../../../lib/vault/format/index-cache.ts';
import { START_MS } from './memory-ports.ts';
import { ADDED, openMachine, restarted, sampleAccount, TOUCH } from './samples.ts';

const TOTP = { type: 'totp', algorithm: 'SHA-1', digits: 6, periodSeconds: 30 } as const;
const HOTP = { type: 'hotp', algorithm: 'SHA-1', digits: 6, counter: 0 } as const;

describe('accounts', () => {
  test('an account saved is there after a restart, with the right codes', async () => {
    const { machine, vault } = await openMachine();
    const account = sampleAccount();
    const { id } = await vault.add(account, ADDED);
    const again = restarted(machine);
    await again.unlock(TOUCH);
    const [row] = await again.codes([id], START_MS);
    expect(row).toMatchObject({
      account: { id, label: account.label },
      ...codesAt(account, START_MS),
    });
    expect(await again.codeAt(id, START_MS)).toEqual(codesAt(account, START_MS).code);
    expect(await again.codeFor(id, 1)).toEqual(codesAt(account, 30_000).code);
  });

  test('neither views nor rows hold a secret', async () => {
    const { vault, ids } = await openMachine(2);
    const shown = [
      await vault.accounts('live'),
      await vault.codes(ids, START_MS),
      await vault.account(ids[0] ?? ''),
    ];
    expect(JSON.stringify(shown)).not.toContain('secret');
  });

  test('an account replaced lies in the bin, in the same write', async () => {
    const { machine, vault, ids } = await openMachine(1);
    let writes = 0;
    machine.beforeSet = () => {
      writes += 1;
    };
    const [old = ''] = ids;
    machine.clock.nowMs += 5000;
    const added = await vault.add(sampleAccount(9), { ...ADDED, replaces: old });
    expect(writes).toBe(1);
    const now = { binnedMs: START_MS + 5000, changedMs: START_MS + 5000 };
    expect(await vault.accounts('binned')).toMatchObject([{ id: old, ...now }]);
    expect((await vault.accounts('live')).map(({ id }) => id)).toEqual([added.id]);
    expect((await vault.accounts('binned')).map(({ id }) => id)).toEqual([old]);
    expect(await vault.codes([old], START_MS)).toEqual([]);
    await expect(vault.codeAt(old, START_MS)).rejects.toThrow('account-unknown');
    await expect(vault.exportSecret(old, TOUCH)).rejects.toThrow('account-unknown');
    await vault.restore(old);
    expect(await vault.codes([old], START_MS)).toHaveLength(1);
  });

  test('a replacement is undone in one write, and not by half', async () => {
    const { machine, vault, ids } = await openMachine(1);
    const [old = ''] = ids;
    const added = await vault.add(sampleAccount(9), { ...ADDED, replaces: old });
    await expect(vault.binAll(['unknown'], new Set([old]))).rejects.toThrow('account-unknown');
    expect((await vault.accounts('live')).map(({ id }) => id)).toEqual([added.id]);
    let writes = 0;
    machine.beforeSet = () => {
      writes += 1;
    };
    await vault.binAll([added.id], new Set([old]));
    expect(writes).toBe(1);
    expect((await vault.accounts('live')).map(({ id }) => id)).toEqual([old]);
    expect((await vault.accounts('binned')).map(({ id }) => id)).toEqual([added.id]);
    expect(await vault.codes([old], START_MS)).toHaveLength(1);
  });

  test('every field a user may change is changed, and no other', async () => {
    const { machine, vault, ids } = await openMachine(1);
    const [id = ''] = ids;
    machine.clock.nowMs += 5000;
    const change = {
      issuer: ' Harbour ',
      label: 'gate',
      parameters: { type: 'totp', algorithm: 'SHA-256', digits: 8, periodSeconds: 60 },
      pinned: 'pinned',
      tags: ['north', 'north', ' '],
      note: 'line\nline',
      sites: ['https://vms.example'],
      status: 'unconfirmed',
      id: 'another',
      createdMs: 1,
      binnedMs: 1,
    } as const;
    const changed = await vault.change(id, change);
    const { parameters, ...names } = change;
    expect(changed).toEqual({
      ...names,
      ...parameters,
      issuer: 'Harbour',
      tags: ['north'],
      id,
      createdMs: START_MS,
      changedMs: START_MS + 5000,
      binnedMs: undefined,
    });
    const again = restarted(machine);
    await again.unlock(TOUCH);
    expect(await again.account(id)).toEqual(changed);
  });

  test.each([
    [{ parameters: { ...TOTP, digits: 4 } }, 'digits-unsupported'],
    [{ parameters: { ...TOTP, digits: 11 } }, 'digits-unsupported'],
    [{ parameters: { ...TOTP, periodSeconds: 0 } }, 'period-unsupported'],
    [{ parameters: { ...TOTP, periodSeconds: 86_401 } }, 'period-unsupported'],
    [{ parameters: { ...TOTP, periodSeconds: 30.5 } }, 'period-unsupported'],
    [{ parameters: { ...HOTP, counter: -1 } }, 'counter-unsupported'],
    [{ parameters: { ...HOTP, counter: 2 ** 53 } }, 'counter-unsupported'],
    [{ parameters: { ...TOTP, type: 'steam' } }, 'otp-type-unsupported'],
    [{ issuer: 'x'.repeat(129) }, 'label-too-long'],
    [{ label: 'a\u202Eb' }, 'label-forbidden-character'],
    [{ note: 'x'.repeat(4001) }, 'label-too-long'],
    [{ note: 'a\u0000' }, 'label-forbidden-character'],
    [{ note: 'a\u202E' }, 'label-forbidden-character'],
    [{ tags: Array.from({ length: 33 }, String) }, 'label-too-long'],
    [{ tags: ['\u0007'] }, 'label-forbidden-character'],
    [{ sites: ['x'.repeat(301)] }, 'label-too-long'],
  ] as const)('a change to %j is refused and changes nothing', async (change, code) => {
    const { machine, vault, ids } = await openMachine(1);
    const before = new Map(machine.disk);
    await expect(vault.change(ids[0] ?? '', change)).rejects.toThrow(code);
    expect(machine.disk).toEqual(before);
  });

  test.each([
    [new Uint8Array(0), 'secret-missing'],
    [new Uint8Array(257), 'secret-too-long'],
  ])('a secret of %o is refused', async (secret, code) => {
    const { vault } = await openMachine();
    await expect(vault.add(sampleAccount(1, { secret }), ADDED)).rejects.toThrow(code);
  });

  test.each([1, 255, 256])('a secret of %i bytes comes back whole', async (length) => {
    const { machine, vault } = await openMachine();
    const secret = Uint8Array.from({ length }, (_byte, at) => at % 251);
    const { id } = await vault.add(sampleAccount(1, { secret }), ADDED);
    const again = restarted(machine);
    await again.unlock(TOUCH);
    const answer = await again.exportSecret(id, TOUCH);
    expect(answer).toMatchObject({ kind: 'open', account: { secret } });
  });

  test('the secret given stays the caller’s, whole', async () => {
    const { vault } = await openMachine();
    const account = sampleAccount();
    const { id } = await vault.add(account, ADDED);
    await vault.change(id, { note: 'x' });
    expect(account.secret).toEqual(sampleAccount().secret);
    await vault.lock();
    expect(account.secret).toEqual(sampleAccount().secret);
  });

  test('an account deleted is gone for good and leaves neither name nor secret', async () => {
    const { machine, vault, ids } = await openMachine(2);
    const [id = ''] = ids;
    const before = machine.disk.get(`vault/account/${id}`);
    await vault.delete(id);
    await expect(vault.account(id)).rejects.toThrow('account-unknown');
    await expect(vault.codeAt(id, START_MS)).rejects.toThrow('account-unknown');
    expect(machine.disk.get(`vault/account/${id}`)).not.toBe(before);
    expect(await vault.audit()).toEqual([]);
    await expect(vault.delete(id)).rejects.toThrow('account-unknown');
  });

  test('more accounts than a backup could hold are refused as a whole', async () => {
    const { vault } = await openMachine(1);
    const account = sampleAccount(5);
    const many = Array.from({ length: VAULT_ACCOUNTS_MAX }, () => ({ account, ...ADDED }));
    await expect(vault.addAll(many)).rejects.toThrow('vault-full');
    expect(await vault.accounts('live')).toHaveLength(1);
  });

  test('as many accounts as a backup holds have room, and not one more', async () => {
    const { vault, ids } = await openMachine(1);
    const entry = { view: await vault.account(ids[0] ?? ''), fingerprint: '' };
    const places = Array.from({ length: VAULT_ACCOUNTS_MAX - 1 }, (_place, at) => String(at));
    const index = new Map(places.map((place) => [place, entry]));
    expect(() => checkRoom(index, 1)).not.toThrow();
    expect(() => checkRoom(index, 2)).toThrow('vault-full');
  });

  test('unknown ids get no code, and codes come in the order asked', async () => {
    const { vault, ids } = await openMachine(3);
    const asked = [ids[2] ?? '', 'AAAAAAAAAAAAAAAAAAAAAA', ids[0] ?? ''];
    const rows = await vault.codes(asked, START_MS);
    expect(rows.map(({ account }) => account.id)).toEqual([ids[2], ids[0]]);
  });
});
