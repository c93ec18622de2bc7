import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type NewAccount, STEAM_PARAMETERS } from '../../../../lib/otp/account.ts';
import { HEAD, HEAD_COPY, VERSION } from '../../../../lib/vault/format/item-names.ts';
import { Vault } from '../../../../lib/vault/vault.ts';
import { decryptVault } from '../independent-decryptor.ts';
import { type Machine, newMachine, START_MS } from '../memory-ports.ts';
import { ADDED, PASSKEY, PASSPHRASE, restarted, sampleAccount, TOUCH } from '../samples.ts';

interface Fixture {
  readonly passphrase: string;
  readonly recoveryCode: string;
  readonly items: Readonly<Record<string, string>>;
}

function readFixture(version: number): Fixture {
  const file = new URL(`fixtures/version-${version}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Fixture;
}

const fixture = readFixture(VERSION);
/** Every version ever written: raising VERSION without keeping the old ones readable is red. */
const versions = Array.from({ length: VERSION }, (_, index) => index + 1);

const counted: NewAccount = {
  type: 'hotp',
  issuer: 'Bank',
  label: 'maria',
  secret: Uint8Array.from(Buffer.from('secret of account 4')),
  algorithm: 'SHA-256',
  digits: 10,
  counter: 41,
};
const steamed: NewAccount = {
  ...STEAM_PARAMETERS,
  issuer: 'Steam',
  label: 'maria',
  secret: new Uint8Array(256).fill(5),
};

/** What the fixture was made of: the same clock and the same 'random' bytes give the same vault. */
async function makeFixture(): Promise<Fixture> {
  const machine = newMachine('version 2');
  const vault = new Vault(machine.ports);
  const { recoveryCode } = await vault.create({ passphrase: PASSPHRASE });
  const first = await vault.add(sampleAccount(1), { ...ADDED, status: 'unconfirmed' });
  const second = await vault.add(
    sampleAccount(2, { algorithm: 'SHA-512', digits: 8, periodSeconds: 60, issuer: 'Büro 東京' }),
    ADDED,
  );
  const third = await vault.add(sampleAccount(3), { ...ADDED, replaces: first.id });
  machine.clock.nowMs += 60_000;
  await vault.change(second.id, {
    note: 'Main gate\nnight shift',
    tags: ['Harbour'],
    pinned: 'pinned',
  });
  await vault.delete(third.id);
  await vault.add(counted, ADDED);
  await vault.add(steamed, ADDED);
  await vault.keys.addPasskey({ kind: 'recovery-code', recoveryCode }, PASSKEY);
  return { passphrase: PASSPHRASE, recoveryCode, items: Object.fromEntries(machine.disk) };
}

/** A machine on whose disk lies the vault of a version, and the passkey's way in. */
async function openOld(version: number): Promise<{ machine: Machine; vault: Vault }> {
  const machine = newMachine('opener');
  for (const [key, text] of Object.entries(readFixture(version).items)) machine.disk.set(key, text);
  machine.clock.nowMs = START_MS + 120_000;
  const vault = new Vault(machine.ports);
  await vault.unlock(TOUCH);
  return { machine, vault };
}

function versionOnDisk({ disk }: Machine): readonly unknown[] {
  return [HEAD, HEAD_COPY].map(
    (key) => (JSON.parse(disk.get(key) ?? '{}') as { version?: unknown }).version,
  );
}

describe('a vault of version 1', () => {
  test('stays as it is while it is only read', async () => {
    const { machine, vault } = await openOld(1);
    const before = new Map(machine.disk);
    const [live] = await vault.accounts('live');
    expect(live).toMatchObject({ type: 'totp', digits: 8, periodSeconds: 60 });
    expect(await vault.codes([live?.id ?? ''], START_MS)).toHaveLength(1);
    expect(machine.disk).toEqual(before);
    expect(versionOnDisk(machine)).toEqual([1, 1]);
  });

  test('is of the present one from its first write on, and loses nothing', async () => {
    const { machine, vault } = await openOld(1);
    const before = [...(await vault.accounts('live')), ...(await vault.accounts('binned'))];
    const added = await vault.add(counted, ADDED);
    expect(versionOnDisk(machine)).toEqual([VERSION, VERSION]);
    const again = restarted(machine);
    await again.unlock(TOUCH);
    expect(await again.audit()).toEqual([]);
    expect([...(await again.accounts('live')), ...(await again.accounts('binned'))]).toEqual(
      expect.arrayContaining([...before, added]),
    );
    const { passphrase, recoveryCode } = readFixture(1);
    for (const secret of [{ passphrase }, { recoveryCode }, { prf: PASSKEY.prf }]) {
      expect(decryptVault(Object.fromEntries(machine.disk), secret).size).toBe(3);
    }
  });

  test('is of one version at any moment: head and records are written together', async () => {
    const { machine, vault } = await openOld(1);
    const writes: (readonly string[])[] = [];
    machine.beforeSet = (items) => void writes.push(Object.keys(items));
    const { id } = await vault.add(counted, ADDED);
    expect(writes).toHaveLength(1);
    expect(writes[0]).toEqual(expect.arrayContaining([HEAD, HEAD_COPY, `vault/account/${id}`]));
    await vault.change(id, { note: 'x' });
    expect(writes[1]).not.toContain(HEAD);
  });

  test('gives backups that say the version of what is in them', async () => {
    const { vault } = await openOld(1);
    const { head } = JSON.parse((await vault.backup.make()).text) as { head: string };
    expect(JSON.parse(head)).toMatchObject({ version: VERSION });
  });
});

describe('the format', () => {
  test('is written exactly as it was when this version was fixed', async () => {
    const made = await makeFixture();
    if (process.env['WRITE_FIXTURE']) {
      const { writeFileSync } = await import('node:fs');
      writeFileSync(
        new URL(`fixtures/version-${VERSION}.json`, import.meta.url),
        `${JSON.stringify(made, undefined, 2)}\n`,
      );
    }
    expect(made).toEqual(fixture);
  });

  test.each(
    versions.flatMap((version) => {
      const { passphrase, recoveryCode } = readFixture(version);
      return [
        [version, 'passphrase', { kind: 'passphrase', passphrase } as const] as const,
        [version, 'recovery code', { kind: 'recovery-code', recoveryCode } as const] as const,
        [version, 'passkey', TOUCH] as const,
      ];
    }),
  )('a vault of version %i opens by its %s', async (version, _name, secret) => {
    const machine = newMachine('opener');
    for (const [key, text] of Object.entries(readFixture(version).items)) {
      machine.disk.set(key, text);
    }
    machine.clock.nowMs = START_MS + 120_000;
    const vault = new Vault(machine.ports);
    expect(await vault.unlock(secret)).toEqual({ kind: 'open' });
    expect(await vault.audit()).toEqual([]);
    const [live] = await vault.accounts('live');
    const [binned] = await vault.accounts('binned');
    expect(live).toMatchObject({ issuer: 'Büro 東京', note: 'Main gate\nnight shift', digits: 8 });
    expect(binned).toMatchObject({ label: 'operator-1@example.com', status: 'unconfirmed' });
    expect(await vault.state()).toBe('open');
  });

  test.each([
    ['passphrase', { passphrase: fixture.passphrase }],
    ['recovery code', { recoveryCode: fixture.recoveryCode }],
    ['passkey', { prf: PASSKEY.prf }],
  ])('a decryptor written from SECURITY.md alone opens it by its %s', (_name, secret) => {
    const accounts = [...decryptVault(fixture.items, secret).values()];
    expect(accounts.map(({ secret: bytes }) => bytes.toString())).toEqual([
      'secret of account 1',
      'secret of account 2',
      'secret of account 4',
      Buffer.from(steamed.secret).toString(),
    ]);
    expect(accounts.map(({ view }) => view)).toMatchObject([
      { type: 'totp' },
      { type: 'totp', algorithm: 'SHA-512', tags: ['Harbour'] },
      { type: 'hotp', digits: 10, counter: 41 },
      { type: 'steam', digits: 5 },
    ]);
  });

  test('no plaintext lies in any item', () => {
    const texts = Object.values(fixture.items).flatMap((text) => [
      text,
      ...[...text.matchAll(/[A-Za-z0-9+/=]{24,}/g)].map(([run]) =>
        Buffer.from(run, 'base64').toString('latin1'),
      ),
    ]);
    const plain = ['secret of account', 'operator-', 'Harbour', 'Main gate', PASSPHRASE, 'TP-Link'];
    for (const word of plain) {
      expect(texts.filter((text) => text.includes(word))).toEqual([]);
    }
  });

  test('every sealed plaintext has a length in steps of 128 bytes', () => {
    const sealed = Object.entries(fixture.items)
      .filter(([key]) => !key.startsWith('vault/head'))
      .map(([, text]) => Buffer.from((JSON.parse(text) as { sealed: string }).sealed, 'base64'));
    expect(sealed.length).toBeGreaterThan(5);
    for (const bytes of sealed) expect((bytes.length - 28) % 128).toBe(0);
  });
});
