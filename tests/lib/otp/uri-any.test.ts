import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../lib/errors.ts';
import {
  type Algorithm,
  COUNTER_MAX,
  type NewAccount,
  STEAM_PARAMETERS,
} from '../../../lib/otp/account.ts';
import { getName } from '../../../lib/otp/name.ts';
import { formatOtpauthUri, MAX_URI, parseOtpauthUri } from '../../../lib/otp/uri.ts';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** Whether a name is shown as it stands, with nothing spelt out. */
function isKept(name: string): boolean {
  try {
    return getName(name) === name;
  } catch {
    return false;
  }
}

describe('for any input', () => {
  const fragments = fc.constantFrom(
    'otpauth://',
    'totp',
    'hotp',
    '/',
    '?',
    '&',
    '=',
    '%',
    '%3A',
    ':',
    '#',
    '+',
    'secret',
    'issuer',
    'digits',
    'period',
    'algorithm',
    SECRET,
    '6',
    '30',
    'SHA1',
    '\u{202E}',
    '\u{0}',
    '\r\n',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3000 }),
    fc
      .array(fc.oneof(fragments, fc.string({ maxLength: 5 })), { maxLength: 40 })
      .map((parts) => parts.join('')),
    fc
      .array(fc.oneof(fragments, fc.string({ maxLength: 5 })), { maxLength: 20 })
      .map((parts) => `otpauth://totp/${parts.join('')}?secret=${SECRET}`),
  );

  test('a text is an account within the limits or a typed error', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let account: NewAccount;
        try {
          account = parseOtpauthUri(text);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          return;
        }
        expect(account.secret.length).toBeGreaterThanOrEqual(1);
        expect(account.secret.length).toBeLessThanOrEqual(256);
        expect(account.digits).toBeGreaterThanOrEqual(5);
        expect(account.digits).toBeLessThanOrEqual(10);
        expect(account.issuer.length).toBeLessThanOrEqual(128);
        expect(account.label.length).toBeLessThanOrEqual(128);
        expect(parseOtpauthUri(formatOtpauthUri(account))).toEqual(account);
      }),
      { numRuns: 1000 },
    );
  });

  test('the longest text is still read, one character more is not', () => {
    const longest = `otpauth://totp/TP-Link:maria@example.com?secret=${SECRET}&x=`.padEnd(
      MAX_URI,
      'y',
    );
    expect(parseOtpauthUri(longest).issuer).toBe('TP-Link');
    expect(() => parseOtpauthUri(`${longest}y`)).toThrow(new AppError('uri-too-long'));
  });

  test('an account comes back from its URI unchanged', () => {
    const names = fc.string({ unit: 'grapheme', maxLength: 40 }).map((name) => name.trim());
    const parameters = fc.oneof(
      fc.record({
        type: fc.constant('totp' as const),
        algorithm: fc.constantFrom<Algorithm>('SHA-1', 'SHA-256', 'SHA-512'),
        digits: fc.integer({ min: 5, max: 10 }),
        periodSeconds: fc.integer({ min: 1, max: 86_400 }),
      }),
      fc.record({
        type: fc.constant('hotp' as const),
        algorithm: fc.constantFrom<Algorithm>('SHA-1', 'SHA-256', 'SHA-512'),
        digits: fc.integer({ min: 5, max: 10 }),
        counter: fc.oneof(fc.nat(), fc.constant(COUNTER_MAX)),
      }),
      fc.constant(STEAM_PARAMETERS),
    );
    const named = fc.record({
      secret: fc.uint8Array({ minLength: 1, maxLength: 256 }).map((bytes) => new Uint8Array(bytes)),
      issuer: fc.oneof(names, fc.constantFrom('', 'A:B', 'C++', '100%', 'a&b=c#d?')),
      label: fc.oneof(names, fc.constantFrom('', ':', 'a:b', 'C++:x', 'maria+vms@example.com')),
    });
    fc.assert(
      fc.property(named, parameters, (one, key) => {
        const account: NewAccount = { ...one, ...key };
        fc.pre([account.issuer, account.label].every((name) => isKept(name)));
        // Five digits of Steam are taken for its letters.
        fc.pre(!(account.issuer.toLowerCase() === 'steam' && account.digits === 5));
        fc.pre(formatOtpauthUri(account).length <= MAX_URI);
        expect(parseOtpauthUri(formatOtpauthUri(account))).toEqual(account);
      }),
      { numRuns: 500 },
    );
  });
});
