import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../lib/errors.ts';
import {
  joinBatches,
  type JoinedMigration,
  type MigrationPart,
  parseMigrationUri,
} from '../../../lib/otp/migration.ts';

interface Written {
  readonly secret?: readonly number[];
  readonly name?: string;
  readonly issuer?: string;
  readonly algorithm?: number;
  readonly digits?: number;
  readonly type?: number;
  readonly counter?: number;
}

const SECRET = [72, 101, 108, 108, 111, 33, 222, 173, 190, 239];

/** Field order as a writer likes it is not guaranteed, so it is backwards here. */
function write(
  accounts: readonly Written[],
  batch: { readonly size?: number; readonly index?: number; readonly id?: number } = {},
): string {
  const writer = new BinaryWriter();
  if (batch.id !== undefined) writer.tag(5, WireType.Varint).int32(batch.id);
  if (batch.index !== undefined) writer.tag(4, WireType.Varint).int32(batch.index);
  if (batch.size !== undefined) writer.tag(3, WireType.Varint).int32(batch.size);
  writer.tag(2, WireType.Varint).int32(2);
  for (const account of accounts) {
    const entry = new BinaryWriter();
    entry.tag(8, WireType.LengthDelimited).string('an id of 19 letters');
    if (account.counter !== undefined) entry.tag(7, WireType.Varint).int64(account.counter);
    if (account.type !== undefined) entry.tag(6, WireType.Varint).int32(account.type);
    if (account.digits !== undefined) entry.tag(5, WireType.Varint).int32(account.digits);
    if (account.algorithm !== undefined) entry.tag(4, WireType.Varint).int32(account.algorithm);
    if (account.issuer !== undefined) entry.tag(3, WireType.LengthDelimited).string(account.issuer);
    entry.tag(2, WireType.LengthDelimited).string(account.name ?? 'maria');
    entry.tag(1, WireType.LengthDelimited).bytes(Uint8Array.from(account.secret ?? SECRET));
    writer.tag(1, WireType.LengthDelimited).bytes(entry.finish());
  }
  const base64 = Buffer.from(writer.finish()).toString('base64');
  return `otpauth-migration://offline?data=${encodeURIComponent(base64)}`;
}

describe('an account of an export', () => {
  const plain = {
    type: 'totp',
    issuer: 'TP-Link',
    label: 'maria',
    secret: Uint8Array.from(SECRET),
    algorithm: 'SHA-1',
    digits: 6,
    periodSeconds: 30,
  };
  test.each<[string, Written, Record<string, unknown>]>([
    ['with everything said', { issuer: 'TP-Link', algorithm: 1, digits: 1, type: 2 }, {}],
    ['with nothing said', { issuer: 'TP-Link' }, {}],
    [
      'of 8 digits and SHA-512',
      { issuer: 'TP-Link', algorithm: 3, digits: 2 },
      { algorithm: 'SHA-512', digits: 8 },
    ],
    ['with the issuer in the name', { name: 'TP-Link:maria' }, {}],
    ['with the issuer twice', { name: 'tp-link: maria', issuer: 'TP-Link' }, {}],
    ['with two issuers', { name: 'VIGI:maria', issuer: 'TP-Link' }, { label: 'VIGI:maria' }],
  ])('%s', (_name, written, difference) => {
    const [entry] = parseMigrationUri(write([written])).entries;
    expect(entry).toEqual({ kind: 'account', account: { ...plain, ...difference } });
  });

  test('by counter has its counter', () => {
    const [entry] = parseMigrationUri(
      write([{ issuer: 'TP-Link', type: 1, counter: 7, secret: [1] }]),
    ).entries;
    const { periodSeconds: _periodSeconds, ...rest } = plain;
    const account = { ...rest, type: 'hotp', counter: 7, secret: Uint8Array.from([1]) };
    expect(entry).toEqual({ kind: 'account', account });
  });

  test.each<[string, Written]>([
    ['otp-type-unsupported', { type: 3 }],
    ['counter-unsupported', { type: 1, counter: -1 }],
    ['algorithm-unsupported', { algorithm: 4 }],
    ['digits-unsupported', { digits: 3 }],
    ['secret-missing', { secret: [] }],
    ['secret-too-long', { secret: Array.from({ length: 257 }, () => 1) }],
    ['label-too-long', { name: 'a'.repeat(200) }],
  ])('that cannot be kept is named, and the next is not lost: %s', (code, written) => {
    const { entries } = parseMigrationUri(write([written, { issuer: 'TP-Link' }]));
    expect(entries).toMatchObject([{ kind: 'refused', code }, { kind: 'account' }]);
  });

  test('that is refused for its name shows where the trick was', () => {
    const { entries } = parseMigrationUri(write([{ name: 'a\u{202E}b' }]));
    expect(entries).toMatchObject([{ code: 'label-forbidden-character', label: 'a\u{FFFD}b' }]);
  });
});

function names({ entries }: JoinedMigration): readonly string[] {
  return entries.map((entry) => (entry.kind === 'account' ? entry.account.label : entry.code));
}

describe('an export of several QRs', () => {
  const parts = [0, 1, 2].map((index) =>
    parseMigrationUri(write([{ name: `maria${index}` }], { size: 3, index, id: 7 })),
  );
  const [first, second, third] = parts;

  test('says which are missing', () => {
    expect(joinBatches([])).toEqual({ entries: [], missing: [], batchSize: 0 });
    const joined = joinBatches(third ? [third] : []);
    expect(joined).toMatchObject({ missing: [1, 2], batchSize: 3 });
  });

  test('has one name, which no other has', () => {
    const idsOf = (...some: readonly (MigrationPart | undefined)[]) =>
      joinBatches(some.filter((part) => part !== undefined)).exportId;
    expect(idsOf(first)).toBe(idsOf(third, second));
    const other = parseMigrationUri(write([{ name: 'other' }], { size: 3, index: 0, id: 8 }));
    expect(idsOf(other)).not.toBe(idsOf(first));
    expect(idsOf(parseMigrationUri(write([{ name: 'single' }])))).toBeUndefined();
  });

  test('is joined in order, each QR once', () => {
    const seen = [third, first, third, second].filter((part) => part !== undefined);
    expect(joinBatches(seen).missing).toEqual([]);
    expect(names(joinBatches(seen))).toEqual(['maria0', 'maria1', 'maria2']);
  });

  test('is not mixed with another', () => {
    const other = parseMigrationUri(write([{ name: 'other' }], { size: 2, index: 0, id: 8 }));
    const joined = joinBatches([...parts, other]);
    expect(names(joined)).toEqual(['other']);
    expect(joined.missing).toEqual([2]);
  });
});

test('a name that is no UTF-8 costs neither its account nor the others', () => {
  const uri = write([
    { name: 'Caf\u{7F}', issuer: 'A' },
    { name: 'maria', issuer: 'B' },
  ]);
  const bytes = Buffer.from(decodeURIComponent(uri.split('data=')[1] ?? ''), 'base64');
  // The byte of U+007F becomes E9, 'é' of Latin-1, which begins no UTF-8 letter here.
  bytes[bytes.indexOf(0x7f)] = 0xe9;
  const { entries } = parseMigrationUri(
    `otpauth-migration://offline?data=${encodeURIComponent(bytes.toString('base64'))}`,
  );
  expect(entries).toMatchObject([
    { kind: 'account', account: { label: 'Caf\u{FFFD}' } },
    { kind: 'account', account: { label: 'maria' } },
  ]);
});

test('plus signs that became spaces are plus signs', () => {
  const uri = write([{ secret: Array.from({ length: 20 }, () => 0xfb) }]);
  const read = decodeURIComponent(uri);
  expect(read).toContain('+');
  expect(parseMigrationUri(read.replaceAll('+', ' '))).toEqual(parseMigrationUri(uri));
});

test.each([
  ['uri-not-otpauth', 'otpauth://totp/a?secret=JBSWY3DPEHPK3PXP'],
  ['uri-not-otpauth', 'otpauth-migration://offline?data='],
  ['uri-too-long', `otpauth-migration://offline?data=${'A'.repeat(9000)}`],
  ['uri-malformed', 'otpauth-migration://offline?data=%zz'],
  ['uri-malformed', 'otpauth-migration://offline?data=!!!!'],
  ['uri-malformed', 'otpauth-migration://offline?data=CgUB'],
  ['uri-malformed', write([], { size: 10_001 })],
  ['uri-malformed', write([], { size: 2, index: 2 })],
])('%s: %s', (code, uri) => {
  expect(() => parseMigrationUri(uri)).toThrow(code);
});

test('any bytes are an export or a typed error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const data = encodeURIComponent(Buffer.from(bytes).toString('base64'));
      try {
        parseMigrationUri(`otpauth-migration://offline?data=${data}`);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
      }
    }),
    { numRuns: 500 },
  );
});
