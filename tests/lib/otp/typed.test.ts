import { describe, expect, test } from 'vitest';
import { accountNameOf } from '../../../lib/otp/label.ts';
import type { OtpParameters } from '../../../lib/otp/account.ts';
import { parseTypedAccount, type TypedFields } from '../../../lib/otp/typed.ts';

const TOTP = { type: 'totp', algorithm: 'SHA-256', digits: 8, periodSeconds: 60 } as const;
const FIELDS: TypedFields = {
  ...TOTP,
  issuer: ' TP-Link ',
  label: 'maria@example.com',
  secret: 'jbsw y3dp-ehpk 3pxp',
};

describe('a typed account', () => {
  test('is taken as typed, without the space around it', () => {
    const { secret, ...rest } = parseTypedAccount(FIELDS);
    expect(rest).toEqual({
      issuer: 'TP-Link',
      label: 'maria@example.com',
      ...TOTP,
    });
    expect(new TextDecoder('latin1').decode(secret)).toBe('Hello!\u{DE}\u{AD}\u{BE}\u{EF}');
  });

  test.each([
    ['spaces and dashes', 'jbsw y3dp-EHPK 3PXP'],
    ['dashes of a word processor', 'JBSW\u{2013}Y3DP\u{2014}EHPK\u{2011}3PXP'],
    ['what nobody sees', '\u{FEFF}JBSW\u{200B}Y3DP\u{2060}EHPK\u{AD}3PXP'],
    ['fillers and selectors', 'JBSW\u{3164}Y3DP\u{115F}EH\u{34F}PK\u{FE0F}3P\u{2800}XP\u{E0100}'],
  ])('may have its secret with %s', (_with, secret) => {
    const typed = parseTypedAccount({ ...FIELDS, secret });
    expect(new TextDecoder('latin1').decode(typed.secret)).toBe('Hello!\u{DE}\u{AD}\u{BE}\u{EF}');
  });

  test.each([
    ['JBSWY3DP', 5],
    ['JB', 1],
    ['JBSWY3DPEHPK3PXPA', 10],
    ['JBSWY3DPEHPK3PXPAAA', 11],
    ['A'.repeat(410), 256],
  ])('may have a secret of any letter count: %s', (secret, bytes) => {
    expect(parseTypedAccount({ ...FIELDS, secret }).secret).toHaveLength(bytes);
  });

  test.each<OtpParameters>([
    { type: 'totp', algorithm: 'SHA-1', digits: 5, periodSeconds: 1 },
    { type: 'totp', algorithm: 'SHA-512', digits: 10, periodSeconds: 86_400 },
    { type: 'hotp', algorithm: 'SHA-1', digits: 6, counter: 0 },
    { type: 'steam', algorithm: 'SHA-1', digits: 5, periodSeconds: 30 },
  ])('may be %o', (parameters) => {
    const { issuer, label, secret } = FIELDS;
    expect(parseTypedAccount({ issuer, label, secret, ...parameters })).toMatchObject(parameters);
  });

  const names = (change: Partial<Pick<TypedFields, 'issuer' | 'label' | 'secret'>>) => change;
  const key = (change: object) => ({ ...TOTP, ...change }) as OtpParameters;
  test.each<[string, Partial<Pick<TypedFields, 'issuer' | 'label' | 'secret'>>, OtpParameters?]>([
    ['secret-missing', names({ secret: ' - ' })],
    ['secret-not-base32', names({ secret: 'JBSWY3DPEHPK3PX1' })],
    ['secret-incomplete', names({ secret: 'J' })],
    ['secret-too-long', names({ secret: 'A'.repeat(412) })],
    ['label-too-long', names({ label: 'a'.repeat(129) })],
    ['label-forbidden-character', names({ issuer: 'TP\u{202E}' })],
    ['digits-unsupported', {}, key({ digits: 6.5 })],
    ['digits-unsupported', {}, key({ digits: Number.NaN })],
    ['digits-unsupported', {}, key({ digits: 4 })],
    ['digits-unsupported', {}, key({ digits: 11 })],
    ['period-unsupported', {}, key({ periodSeconds: 0 })],
    ['period-unsupported', {}, key({ periodSeconds: 86_401 })],
    ['algorithm-unsupported', {}, key({ algorithm: 'MD5' })],
    ['counter-unsupported', {}, key({ type: 'hotp', counter: -1 })],
    ['otp-type-unsupported', {}, key({ type: 'steam' })],
  ])('%s: %o %o', (code, change, parameters = TOTP) => {
    expect(() => parseTypedAccount({ ...FIELDS, ...change, ...parameters })).toThrow(code);
  });
});

test.each([
  ['maria@example.com', 'maria@example.com'],
  ['VIGI VMS: maria@example.com', 'maria@example.com'],
  ['', ''],
])('the account name of "%s" is "%s"', (label, name) => {
  expect(accountNameOf(label)).toBe(name);
});
