import { describe, expect, test } from 'vitest';
import { ALICE, BOB, byCode, codesOf, foreign, SECRET } from './backup-samples.ts';
import { openMachine, restarted, sampleAccount, TOUCH } from '../samples.ts';

describe('restoring into a vault that is well', () => {
  test('twice adds nothing the second time', async () => {
    const { vault } = await openMachine(2);
    const { text } = foreign([ALICE, BOB]);
    await vault.backup.add(text, SECRET);
    const before = await vault.accounts('live');
    expect(await vault.backup.add(text, SECRET)).toMatchObject({
      lines: [{ kind: 'there' }, { kind: 'there' }],
    });
    expect(await vault.accounts('live')).toEqual(before);
  });

  test('a preview says the same and writes nothing', async () => {
    const { machine, vault } = await openMachine(1);
    const before = new Map(machine.disk);
    const { text, recoveryCode } = foreign([ALICE]);
    const secret = byCode(recoveryCode);
    expect(await vault.backup.preview(text, secret)).toMatchObject({ lines: [{ kind: 'new' }] });
    expect(machine.disk).toEqual(before);
  });

  test('keeps both of one name, and names the second by the day of the backup', async () => {
    const { vault } = await openMachine(1);
    const { label } = sampleAccount(0);
    const { text } = foreign([{ ...ALICE, label }]);
    const [mine] = await vault.accounts('live');
    await vault.backup.add(text, SECRET);
    const [first, second] = await vault.accounts('live');
    expect(first).toEqual(mine);
    expect(second?.label).toBe(`${label} (2027-01-15)`);
  });

  test('a secret with other digits is another account', async () => {
    const { vault } = await openMachine(0);
    await vault.backup.add(foreign([ALICE]).text, SECRET);
    const { text } = foreign([{ ...ALICE, digits: 8 }]);
    expect(await vault.backup.add(text, SECRET)).toMatchObject({ lines: [{ kind: 'second' }] });
  });

  test('the very same account twice in one file is added once, and said to be there', async () => {
    const { vault } = await openMachine(0);
    const other = { ...ALICE, secret: Buffer.from('another secret 12345') };
    const { text } = foreign([ALICE, BOB, ALICE, other]);
    const kinds = [{ kind: 'new' }, { kind: 'new' }, { kind: 'there' }, { kind: 'new' }];
    expect(await vault.backup.add(text, SECRET)).toMatchObject({ lines: kinds });
    expect(await vault.accounts('live')).toHaveLength(3);
  });

  test('the very same account twice in one file is added once, also beside another of its name', async () => {
    const { vault } = await openMachine(1);
    const account = { ...ALICE, label: sampleAccount(0).label };
    const { text } = foreign([account, account]);
    expect(await vault.backup.add(text, SECRET)).toMatchObject({
      lines: [{ kind: 'second' }, { kind: 'there' }],
    });
    expect(await vault.accounts('live')).toHaveLength(2);
  });

  test('ties no account to a site that this browser never granted, and names the site', async () => {
    const { machine, vault } = await openMachine(0);
    machine.unknownSites.add('https://evil.test');
    const { text } = foreign([{ ...ALICE, sites: ['vms-cloud', 'https://evil.test'] }]);
    expect(await vault.backup.preview(text, SECRET)).toMatchObject({
      droppedSites: ['https://evil.test'],
    });
    await vault.backup.add(text, SECRET);
    expect((await vault.accounts('live')).map(({ sites }) => sites)).toEqual([['vms-cloud']]);
  });

  test('brings back an account that went to the bin since', async () => {
    const { vault, ids, recoveryCode } = await openMachine(2);
    const { text } = await vault.backup.make();
    await vault.bin(ids[0] ?? '');
    expect(await vault.backup.add(text, byCode(recoveryCode))).toMatchObject({
      lines: [{ kind: 'new' }, { kind: 'there' }],
    });
    expect(await vault.accounts('live')).toHaveLength(2);
  });

  test('puts into the bin what lay there, once', async () => {
    const { vault } = await openMachine(0);
    const { text } = foreign([{ ...ALICE, binnedMs: 5 }]);
    await vault.backup.add(text, SECRET);
    expect((await vault.accounts('binned')).map(({ label }) => label)).toEqual([ALICE.label]);
    expect(await vault.backup.add(text, SECRET)).toMatchObject({
      lines: [{ kind: 'there', bin: 'binned' }],
    });
    // Its 30 days begin anew.
    await vault.audit();
    expect(await vault.accounts('binned')).toHaveLength(1);
  });

  test('brings back an account that can no longer be read, in its place', async () => {
    const { machine, vault: first, ids, recoveryCode } = await openMachine(3);
    const { text } = await first.backup.make();
    machine.disk.set(`vault/account/${ids[1] ?? ''}`, 'x');
    const vault = restarted(machine);
    await vault.unlock(TOUCH);
    await vault.audit();
    const secret = byCode(recoveryCode);
    const lines = [{ kind: 'there' }, { kind: 'new' }, { kind: 'there' }];
    expect(await vault.backup.preview(text, secret)).toMatchObject({ lines });
    expect(await vault.backup.add(text, secret)).toMatchObject({ lines });
    const labels = [0, 1, 2].map((number) => sampleAccount(number).label);
    expect(Object.keys(await codesOf(vault)).toSorted()).toEqual(labels);
    expect(await vault.status()).toMatchObject({ state: 'open', quarantined: [] });
    await vault.keys.reissueRecoveryCode(TOUCH);
  });

  test('takes all or nothing', async () => {
    const { machine, vault } = await openMachine(1);
    const before = new Map(machine.disk);
    machine.beforeSet = (items) => {
      if ('vault/manifest' in items) throw new Error('QUOTA_BYTES quota exceeded');
    };
    const { text, recoveryCode } = foreign([ALICE, BOB]);
    const secret = byCode(recoveryCode);
    await expect(vault.backup.add(text, secret)).rejects.toThrow('storage-failed');
    expect(machine.disk).toEqual(before);
  });

  test('a lock meanwhile leaves everything as it was', async () => {
    const { machine, vault } = await openMachine(1);
    const { text } = foreign([ALICE]);
    const adding = vault.backup.add(text, SECRET);
    await vault.lock();
    await expect(adding).rejects.toThrow('vault-locked');
    const again = restarted(machine);
    await again.unlock(TOUCH);
    expect(await again.accounts('live')).toHaveLength(1);
  });
});
