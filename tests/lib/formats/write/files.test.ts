/** What we export, read back by readers of its own and by our importer: no value may differ. */
import { describe, expect, test } from 'vitest';
import { writeAegis, writeEncryptedAegis } from '../../../../lib/formats/write/aegis.ts';
import { writeOtpauthList } from '../../../../lib/formats/write/otpauth-list.ts';
import type { Account } from '../../../../lib/otp/account.ts';
import { accountsOf, read } from '../accounts.ts';
import { everyKind, importedOf } from './exported.ts';
import { bytesOfBase32, openedAegis, type AegisFile } from './readers.ts';

const PASSWORD = 'pässword of the file';
const imported = everyKind.map(importedOf);
const randomBytes = (length: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(length));

interface AegisEntry {
  readonly type: string;
  readonly uuid: string;
  readonly name: string;
  readonly issuer: string;
  readonly note: string;
  readonly favorite: boolean;
  readonly info: {
    readonly secret: string;
    readonly algo: string;
    readonly digits: number;
    readonly period?: number;
    readonly counter?: number;
  };
  readonly groups: readonly string[];
}

interface AegisDatabase {
  readonly version: number;
  readonly entries: readonly AegisEntry[];
  readonly groups: readonly { readonly uuid: string; readonly name: string }[];
}

function expectAegis(database: AegisDatabase): void {
  const { entries, groups } = database;
  const names = new Map(groups.map(({ uuid, name }) => [uuid, name]));
  expect(database.version).toBe(3);
  const seen = entries.map((entry) => ({
    type: entry.type,
    issuer: entry.issuer,
    label: entry.name,
    secret: new Uint8Array(bytesOfBase32(entry.info.secret)),
    algorithm: entry.info.algo.replace('SHA', 'SHA-'),
    digits: entry.info.digits,
    ...(entry.type === 'hotp'
      ? { counter: entry.info.counter }
      : { periodSeconds: entry.info.period }),
  }));
  expect(seen).toEqual(imported);
  expect(entries.map(({ note }) => note)).toEqual(everyKind.map(({ note }) => note));
  expect(entries.map((entry) => entry.groups.map((uuid) => names.get(uuid)))).toEqual(
    everyKind.map(({ tags }) => tags),
  );
  expect(entries.map(({ favorite }) => favorite)).toEqual(
    everyKind.map(({ pinned }) => pinned === 'pinned'),
  );
  const uuids = [...entries, ...groups].map(({ uuid }) => uuid);
  expect(new Set(uuids).size).toBe(uuids.length);
  for (const uuid of uuids)
    expect(uuid).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u);
}

describe('a list of links', () => {
  test('holds every kind, a link a line, as URL reads it', () => {
    const lines = writeOtpauthList(everyKind).split('\n');
    expect(lines.pop()).toBe('');
    const seen = lines.map((line) => {
      const { protocol, hostname, pathname, searchParams } = new URL(line);
      expect(protocol).toBe('otpauth:');
      // The issuer parameter names the issuer; the label is what stands behind its repetition.
      const issuer = searchParams.get('issuer') ?? '';
      const path = decodeURIComponent(pathname.slice(1));
      const counter = searchParams.get('counter');
      return {
        type: hostname,
        issuer,
        label: path.startsWith(`${issuer}:`) ? path.slice(issuer.length + 1) : path,
        secret: new Uint8Array(bytesOfBase32(searchParams.get('secret') ?? '')),
        algorithm: searchParams.get('algorithm')?.replace('SHA', 'SHA-'),
        digits: Number(searchParams.get('digits')),
        ...(counter === null
          ? { periodSeconds: Number(searchParams.get('period')) }
          : { counter: Number(counter) }),
      };
    });
    expect(seen).toEqual(imported);
    // KeePassXC knows Steam by this alone.
    expect(lines.filter((line) => line.includes('encoder=steam'))).toHaveLength(1);
  });

  test('our importer gives the same accounts back', async () => {
    expect(await accountsOf(writeOtpauthList(everyKind))).toEqual(imported);
  });
});

describe('a plain file of Aegis', () => {
  test('holds every kind, with notes, tags and pins', () => {
    const file = JSON.parse(writeAegis(everyKind, randomBytes)) as AegisFile;
    expect(file).toMatchObject({ version: 1, header: { slots: null, params: null } });
    expectAegis(file.db as AegisDatabase);
  });

  test('our importer gives the same accounts back', async () => {
    expect(await accountsOf(writeAegis(everyKind, randomBytes))).toEqual(imported);
  });
});

describe('an encrypted file of Aegis', () => {
  const write = (accounts: readonly Account[]): Promise<string> =>
    writeEncryptedAegis(accounts, PASSWORD, randomBytes);

  test('opens with its passphrase, at the cost that Aegis itself takes, and with no other', async () => {
    const text = await write(everyKind);
    expectAegis(openedAegis(text, PASSWORD) as AegisDatabase);
    expect(() => openedAegis(text, 'another password')).toThrow(/authenticate/u);
    const { header } = JSON.parse(text) as AegisFile;
    expect(header.slots).toMatchObject([{ type: 1, n: 32_768, r: 8, p: 1, repaired: true }]);
  });

  test('shows nothing of an account without it', async () => {
    const text = await write(everyKind);
    expect(text).not.toMatch(/maria|Harbour|otpauth/u);
    expect(await read(text)).toEqual({ kind: 'needs-password', app: 'Aegis' });
  });

  test('our importer gives the same accounts back', async () => {
    expect(await accountsOf(await write(everyKind), PASSWORD)).toEqual(imported);
  });

  test('two exports share no salt, no nonce and no key', async () => {
    const [one, other] = await Promise.all([write(everyKind), write(everyKind)]);
    const values = [...one.matchAll(/"(?<hex>[\da-f]{24,})"/gu)].map(
      ({ groups }) => groups?.['hex'] ?? '',
    );
    expect(values).toHaveLength(6);
    expect(values.filter((value) => other.includes(value))).toEqual([]);
  });
});
