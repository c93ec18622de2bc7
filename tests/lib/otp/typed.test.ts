import { describe, expect, test } from 'vitest';
import { secretStrength } from '../../../lib/otp/key.ts';
import { accountNameOf } from '../../../lib/otp/label.ts';
import { parseTypedAccount, type TypedFields } from '../../../lib/otp/typed.ts';

const FIELDS: TypedFields = {
  issuer: ' TP-Link ',
  label: 'maria@example.com',
  secret: 'jbsw y3dp-ehpk 3pxp',
  algorithm: 'SHA-256',
  digits: 8,
  periodSeconds: 60,
};

describe('a typed account', () => {
  test('is taken as typed, without the space around it', () => {
    const { secret, ...rest } = parseTypedAccount(FIELDS);
    expect(rest).toEqual({
      issuer: 'TP-Link',
      label: 'maria@example.com',
      algorithm: 'SHA-256',
      digits: 8,
      periodSeconds: 60,
    });
    expect(new TextDecoder('latin1').decode(secret)).toBe('Hello!\u{DE}\u{AD}\u{BE}\u{EF}');
  });

  test.each([
    ['spaces and dashes', 'jbsw y3dp-EHPK 3PXP'],
    ['dashes of a word processor', 'JBSW\u{2013}Y3DP\u{2014}EHPK\u{2011}3PXP'],
    ['what nobody sees', '\u{FEFF}JBSW\u{200B}Y3DP\u{2060}EHPK\u{AD}3PXP'],
  ])('may have its secret with %s', (_with, secret) => {
    const typed = parseTypedAccount({ ...FIELDS, secret });
    expect(new TextDecoder('latin1').decode(typed.secret)).toBe('Hello!\u{DE}\u{AD}\u{BE}\u{EF}');
  });

  test.each<[string, Partial<TypedFields>]>([
    ['secret-missing', { secret: ' - ' }],
    ['secret-not-base32', { secret: 'JBSWY3DPEHPK3PX1' }],
    ['secret-incomplete', { secret: 'JBSWY3DPEHPK3PXPA' }],
    ['secret-too-short', { secret: 'JBSWY3DP' }],
    ['digits-unsupported', { digits: 6.5 }],
    ['digits-unsupported', { digits: Number.NaN }],
    ['period-unsupported', { periodSeconds: 10 }],
    ['label-too-long', { label: 'a'.repeat(129) }],
    ['label-forbidden-character', { issuer: 'TP\u{202E}' }],
    ['algorithm-unsupported', JSON.parse('{"algorithm":"MD5"}')],
  ])('%s: %o', (code, change) => {
    expect(() => parseTypedAccount({ ...FIELDS, ...change })).toThrow(code);
  });
});

test.each([
  [10, 'short'],
  [15, 'short'],
  [16, 'ordinary'],
  [64, 'ordinary'],
] as const)('a secret of %d bytes is %s', (bytes, strength) => {
  expect(secretStrength(new Uint8Array(bytes))).toBe(strength);
});

test.each([
  ['maria@example.com', 'maria@example.com'],
  ['VIGI VMS: maria@example.com', 'maria@example.com'],
  ['', ''],
])('the account name of "%s" is "%s"', (label, name) => {
  expect(accountNameOf(label)).toBe(name);
});
