import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../lib/errors.ts';
import { missingCodes, parseMigrationUri } from '../../../lib/otp/migration.ts';
import { secretBytes } from '../formats/accounts.ts';
import { exportPayload, exportUri } from '../formats/google.ts';

const maria = { name: 'maria', secret: secretBytes(1) };

describe('an export of several codes', () => {
  const codes = [0, 1, 2].map((index) =>
    parseMigrationUri(exportUri([maria, maria], { size: 3, index, id: 7 })),
  );
  const [first, second, third] = codes;

  test('is so many codes, of which each has its place and its accounts', () => {
    expect(
      codes.map(({ size, index, exportId, accounts }) => [size, index, exportId, accounts.length]),
    ).toEqual([0, 1, 2].map((index) => [3, index, 'batch 7', 2]));
  });

  test('says which are missing', () => {
    expect(missingCodes([])).toEqual([]);
    expect(missingCodes([third].flatMap((code) => code ?? []))).toEqual([1, 2]);
    const seen = [third, first, third, second].flatMap((code) => code ?? []);
    expect(missingCodes(seen)).toEqual([]);
  });

  test.each([
    ['by their batch_id', { size: 3, id: 8 }],
    ['by their size', { size: 2, id: 7 }],
    ['by the text that newer apps write', { size: 3, textId: 'A'.repeat(19) }],
  ])('is not mixed with another: %s', (_how, batch) => {
    const other = parseMigrationUri(exportUri([maria], { ...batch, index: 0 }));
    expect(missingCodes([...codes, other])).toHaveLength(batch.size - 1);
    expect(missingCodes([other, ...codes])).toEqual([]);
  });

  test.each([
    { size: 10_001, index: 0 },
    { size: 2, index: 2 },
    { size: 2, index: -1 },
    { size: -2, index: 0 },
  ])('nobody waits for codes that cannot be: $size, $index', (batch) => {
    const code = parseMigrationUri(exportUri([maria], batch));
    expect(code).toMatchObject({ size: 1, index: 0 });
    expect(code.accounts).toHaveLength(1);
    expect(missingCodes([code])).toEqual([]);
  });
});

test('plus signs that became spaces are plus signs', () => {
  const uri = exportUri([{ name: 'maria', secret: new Uint8Array(20).fill(0xfb) }]);
  const read = decodeURIComponent(uri);
  expect(read).toContain('+');
  expect(parseMigrationUri(read.replaceAll('+', ' '))).toEqual(parseMigrationUri(uri));
});

test.each([
  'otpauth://totp/a?secret=JBSWY3DPEHPK3PXP',
  'otpauth-migration://offline',
  'otpauth-migration://offline?data=%zz',
  'otpauth-migration://offline?data=!!!!',
  'otpauth-migration://offline?data=CgUB',
])('is malformed, and is not quoted: %s', (uri) => {
  expect(() => parseMigrationUri(uri)).toThrow(new AppError('uri-malformed'));
});

test('any bytes are a code or a typed error', () => {
  const { length } = exportPayload([maria]);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2 * length }), (bytes) => {
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
