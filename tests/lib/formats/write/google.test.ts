/** The batches we export for Google Authenticator, read back by hand and by our importer. */
import { describe, expect, test } from 'vitest';
import { writeGoogleCodes } from '../../../../lib/formats/write/google.ts';
import { encodeQr } from '../../../../lib/qr/encode.ts';
import type { Account } from '../../../../lib/otp/account.ts';
import { accountsOf, secretBytes } from '../accounts.ts';
import { everyKind, importedOf } from './exported.ts';
import { migrationOf } from './readers.ts';

const BATCH = 2 ** 31 - 1;
const { codes, unsupported } = writeGoogleCodes(everyKind, BATCH);
const supported = everyKind.filter((account) => !unsupported.includes(account));

/** `count` plain accounts. */
function many(count: number, label = 'maria@example.com'): readonly Account[] {
  const [first] = everyKind;
  if (!first) throw new Error('there is a first one');
  return Array.from({ length: count }, (_account, at) => ({
    ...first,
    label: `${label} ${at}`,
    secret: secretBytes(at),
  }));
}

describe('codes for Google Authenticator', () => {
  test('leave out by name what the format cannot say, and nothing else', () => {
    expect(unsupported.map(({ type, digits }) => [type, digits])).toEqual([
      ['totp', 10],
      ['totp', 5],
      ['steam', 5],
    ]);
  });

  test('hold the numbers of the format, read by hand', () => {
    expect(codes).toHaveLength(1);
    const { parameters, ...batch } = migrationOf(codes[0]?.uri ?? '');
    expect(batch).toEqual({ version: 1n, size: 1n, index: 0n, id: BigInt(BATCH) });
    expect(parameters).toEqual(
      supported.map((account) => ({
        secret: account.secret,
        name: account.label.includes(':') ? `${account.issuer}:${account.label}` : account.label,
        issuer: account.issuer,
        algorithm: { 'SHA-1': 1n, 'SHA-256': 2n, 'SHA-512': 3n }[account.algorithm],
        digits: account.digits === 6 ? 1n : 2n,
        type: account.type === 'hotp' ? 1n : 2n,
        ...(account.type === 'hotp' ? { counter: BigInt(account.counter) } : {}),
      })),
    );
  });

  test('our importer gives the same accounts back', async () => {
    expect(await accountsOf(codes.map(({ uri }) => uri).join('\n'))).toEqual(
      supported.map(importedOf),
    );
  });

  test('hold ten each, numbered in one batch', async () => {
    const accounts = many(25);
    const batches = writeGoogleCodes(accounts, 5).codes;
    expect(batches.map((code) => code.accounts.length)).toEqual([10, 10, 5]);
    expect(
      batches.map(({ uri }) => {
        const { size, index, id } = migrationOf(uri);
        return [size, index, id];
      }),
    ).toEqual([
      [3n, 0n, 5n],
      [3n, 1n, 5n],
      [3n, 2n, 5n],
    ]);
    expect(await accountsOf(batches.map(({ uri }) => uri).join('\n'))).toEqual(
      accounts.map(importedOf),
    );
  });

  test('hold fewer of the longest, and even those fit a QR code', async () => {
    const accounts = many(3).map((account, at) => ({
      ...account,
      issuer: '日'.repeat(128),
      label: `${at}:${'本'.repeat(126)}`,
      secret: secretBytes(at, 256),
    }));
    const batches = writeGoogleCodes(accounts, 5).codes;
    expect(batches).toHaveLength(3);
    for (const { uri } of batches) expect(encodeQr(uri).size).toBeLessThanOrEqual(177);
    expect(await accountsOf(batches.map(({ uri }) => uri).join('\n'))).toEqual(
      accounts.map(importedOf),
    );
  });
});
