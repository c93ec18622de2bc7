import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../lib/errors.ts';
import { Vault } from '../../../../lib/vault/vault.ts';
import { START_MS } from '../memory-ports.ts';
import { ADDED, openMachine, restarted, sampleAccount, TOUCH } from '../samples.ts';
import { edit, flipped, reopened } from '../tamper.ts';

describe('a record', () => {
  test.each([
    ['sealed', (record: { sealed: string }) => ({ ...record, sealed: flipped(record.sealed) })],
    ['rev', (record: { rev: number }) => ({ ...record, rev: record.rev + 1 })],
    ['timeMs', (record: { timeMs: number }) => ({ ...record, timeMs: record.timeMs + 1 })],
    ['device', (record: { device: string }) => ({ ...record, device: 'AAAAAAAAAAA' })],
    ['state', (record: object) => ({ ...record, state: 'deleted' })],
    ['everything', () => 'nonsense'],
  ])(
    'changed in %s is quarantined, named, kept as it is, and the rest is shown',
    async (_name, change) => {
      const { machine, ids } = await openMachine(3);
      const [bad = '', ...rest] = ids;
      edit(machine, `vault/account/${bad}`, change);
      const before = machine.disk.get(`vault/account/${bad}`);
      const vault = await reopened(machine);
      expect((await vault.codes(ids, START_MS)).map(({ account }) => account.id)).toEqual(rest);
      expect(await vault.status()).toEqual({
        state: 'open',
        access: 'read-write',
        quarantined: [bad],
      });
      expect((await vault.account(bad)).label).toBe('operator-0@example.com');
      await vault.add(sampleAccount(9), ADDED);
      await expect(vault.change(bad, { note: 'x' })).rejects.toThrow('account-damaged');
      expect(machine.disk.get(`vault/account/${bad}`)).toBe(before);
      expect(await vault.audit()).toEqual([bad]);
      // Still known when the background has died and woken up.
      const woken = new Vault(machine.other());
      expect((await woken.status()).quarantined).toEqual([bad]);
      await woken.delete(bad);
      expect((await new Vault(machine.other()).status()).quarantined).toEqual([]);
    },
  );

  test('that cannot be read makes room for its very key, scanned again', async () => {
    const { machine, ids } = await openMachine(2);
    edit(machine, `vault/account/${ids[0] ?? ''}`, () => 'nonsense');
    const vault = await reopened(machine);
    expect(await vault.codes(ids, START_MS)).toHaveLength(1);
    expect(await vault.findDuplicate(sampleAccount(0))).toEqual({ kind: 'none' });
    // Another key of that name is another account: the unreadable one stays for its backup.
    await vault.add(sampleAccount(0, { secret: new Uint8Array(20).fill(9) }), ADDED);
    expect((await vault.status()).quarantined).toEqual(ids.slice(0, 1));
    await vault.add(sampleAccount(0), ADDED);
    expect((await vault.status()).quarantined).toEqual([]);
    expect(await vault.accounts('live')).toHaveLength(3);
    await expect(vault.codeAt(ids[0] ?? '', START_MS)).rejects.toThrow('account-unknown');
  });

  test('swapped with another: both are quarantined', async () => {
    const { machine, ids } = await openMachine(3);
    const [one = '', other = ''] = ids.map((id) => `vault/account/${id}`);
    const texts = [machine.disk.get(one) ?? '', machine.disk.get(other) ?? ''];
    machine.disk.set(one, texts[1] ?? '').set(other, texts[0] ?? '');
    const vault = await reopened(machine);
    expect(new Set(await vault.audit())).toEqual(new Set(ids.slice(0, 2)));
    expect(await vault.codes(ids, START_MS)).toHaveLength(1);
  });

  test('put back to an older revision of itself is quarantined', async () => {
    const { machine, vault, ids } = await openMachine(1);
    const key = `vault/account/${ids[0] ?? ''}`;
    const old = machine.disk.get(key) ?? '';
    await vault.change(ids[0] ?? '', { note: 'newer' });
    machine.disk.set(key, old);
    expect(await (await reopened(machine)).audit()).toEqual(ids);
  });

  test('of the same revision but of another history is quarantined', async () => {
    const { machine, vault, ids } = await openMachine(1);
    const key = `vault/account/${ids[0] ?? ''}`;
    const base = new Map(machine.disk);
    await vault.change(ids[0] ?? '', { note: 'one history' });
    const fork = machine.disk.get(key) ?? '';
    const forkIndex = machine.disk.get('vault/index') ?? '';
    for (const [name, text] of base) machine.disk.set(name, text);
    machine.mark = undefined;
    const other = await reopened(machine);
    await other.change(ids[0] ?? '', { note: 'another history' });
    machine.disk.set(key, fork).set('vault/index', forkIndex);
    const again = await reopened(machine);
    expect(await again.codes(ids, START_MS)).toEqual([]);
    expect(await again.audit()).toEqual(ids);
    expect(await again.accounts('live')).toEqual([]);
  });

  test('that the store cannot read at all does not hide the others', async () => {
    const { machine, ids } = await openMachine(3);
    const [bad = ''] = ids;
    const { records } = machine.ports;
    const vault = new Vault({
      ...machine.ports,
      records: {
        ...records,
        async get(keys) {
          if (keys.includes(`vault/account/${bad}`)) throw new Error('corrupted block');
          return records.get(keys);
        },
      },
    });
    expect(await vault.codes(ids, START_MS)).toHaveLength(2);
    expect(await vault.audit()).toEqual([bad]);
  });

  test('that was deleted does not come back by putting its old text back', async () => {
    const { machine, vault, ids } = await openMachine(2);
    const key = `vault/account/${ids[0] ?? ''}`;
    const old = machine.disk.get(key) ?? '';
    await vault.delete(ids[0] ?? '');
    machine.disk.set(key, old);
    expect(await (await reopened(machine)).codes(ids, START_MS)).toHaveLength(1);
  });
});

describe('the index', () => {
  test.each([
    ['gone', undefined],
    ['nonsense', 'nonsense'],
  ])('%s is built anew from the records', async (_name, text) => {
    const { machine, ids } = await openMachine(3);
    if (text === undefined) machine.disk.delete('vault/index');
    else machine.disk.set('vault/index', text);
    const vault = await reopened(machine);
    expect((await vault.accounts('live')).map(({ id }) => id)).toEqual(ids);
    expect(await vault.findDuplicate(sampleAccount(1))).toMatchObject({ kind: 'same-secret' });
    expect(await vault.state()).toBe('open');
  });

  test('of an older generation is not believed', async () => {
    const { machine, vault, ids } = await openMachine(2);
    const old = machine.disk.get('vault/index') ?? '';
    await vault.bin(ids[0] ?? '');
    machine.disk.set('vault/index', old);
    expect(await (await reopened(machine)).accounts('live')).toHaveLength(1);
  });
});

describe('the manifest', () => {
  test.each([
    ['sealed', (value: { sealed: string }) => ({ ...value, sealed: flipped(value.sealed) })],
    [
      'generation',
      (value: { generation: number }) => ({ ...value, generation: value.generation + 1 }),
    ],
    ['everything', () => 'nonsense'],
  ])('changed in %s: all accounts are shown, nothing is written', async (_name, change) => {
    const { machine, vault, ids } = await openMachine(3);
    await vault.change(ids[1] ?? '', { note: 'of the last write' });
    const { id: last } = await vault.add(sampleAccount(9), ADDED);
    edit(machine, 'vault/manifest', change);
    const before = new Map(machine.disk);
    const again = await reopened(machine);
    expect(await again.status()).toEqual({
      state: 'damaged',
      access: 'read-only',
      quarantined: [],
    });
    expect(
      new Set((await again.codes([...ids, last], START_MS)).map(({ account }) => account.id)),
    ).toEqual(new Set([...ids, last]));
    await expect(again.add(sampleAccount(), ADDED)).rejects.toThrow('vault-damaged');
    expect(machine.disk).toEqual(before);
  });

  test('after a new vault key still has one before it, which names what is missing', async () => {
    const { machine, vault, ids } = await openMachine(2);
    await vault.keys.reissueRecoveryCode(TOUCH);
    machine.disk.set('vault/manifest', 'x');
    machine.disk.delete(`vault/account/${ids[0] ?? ''}`);
    const again = await reopened(machine);
    expect(await again.status()).toEqual({
      state: 'damaged',
      access: 'read-only',
      quarantined: ids.slice(0, 1),
    });
  });

  test('and the one before it gone: what is authentic is shown', async () => {
    const { machine, ids } = await openMachine(2);
    machine.disk.set('vault/manifest', 'x').set('vault/manifest-previous', 'x');
    const again = await reopened(machine);
    expect(await again.state()).toBe('damaged');
    expect(await again.codes(ids, START_MS)).toHaveLength(2);
  });
});

test('whatever lies in the store is a vault, or a code of ours', async () => {
  const { machine } = await openMachine(2);
  const keys = [...machine.disk.keys()];
  const whole = new Map(machine.disk);
  const text = fc.oneof(
    fc.json(),
    fc.string(),
    fc.constantFrom(...whole.values()),
    fc.constantFrom(
      '{"__proto__":{"format":"nightlatch-vault"}}',
      '[]',
      'null',
      '{"slots":[null]}',
    ),
  );
  const changes = fc.dictionary(fc.constantFrom(...keys), text, { minKeys: 1 });
  await fc.assert(
    fc.asyncProperty(changes, async (items) => {
      for (const [key, value] of whole) machine.disk.set(key, value);
      for (const [key, value] of Object.entries(items)) machine.disk.set(key, value);
      const before = new Map(machine.disk);
      const vault = restarted(machine);
      try {
        await vault.unlock(TOUCH);
        const views = await vault.accounts('live');
        await vault.codes(
          views.map(({ id }) => id),
          START_MS,
        );
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(AppError);
      }
      expect(machine.disk).toEqual(before);
    }),
    { numRuns: 200 },
  );
});
