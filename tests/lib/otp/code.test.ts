import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Algorithm, CountedKey, TimedKey } from '../../../lib/otp/account.ts';
import { decodeBase32 } from '../../../lib/otp/base32.ts';
import { codeAt, codeForCounter, codesAt, countedCode } from '../../../lib/otp/code.ts';
import hotp from '../../vectors/hotp-rfc4226.json' with { type: 'json' };
import steam from '../../vectors/steam.json' with { type: 'json' };
import totp from '../../vectors/totp-rfc6238.json' with { type: 'json' };

const ALGORITHMS: readonly Algorithm[] = ['SHA-1', 'SHA-256', 'SHA-512'];

function asciiDigits(length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, index) => 0x30 + ((index + 1) % 10));
}

function keyOf(change: Partial<TimedKey> = {}): TimedKey {
  const secret = asciiDigits(20);
  return { type: 'totp', secret, algorithm: 'SHA-1', digits: 6, periodSeconds: 30, ...change };
}

describe('codes', () => {
  test.each(hotp.digits.map((digits, counter) => ({ counter, digits })))(
    'counter $counter gives $digits (RFC 4226)',
    ({ counter, digits }) => {
      const secret = new TextEncoder().encode(hotp.secretText);
      expect(codeForCounter(keyOf({ secret }), counter).digits).toBe(digits);
      const { algorithm } = keyOf();
      const key: CountedKey = { type: 'hotp', secret, algorithm, digits: 6, counter };
      expect(countedCode(key, counter)).toEqual({ digits, counter });
    },
  );

  test.each(steam.codes)('$unixSeconds s gives $letters (Steam)', (vector) => {
    const { unixSeconds, letters } = vector;
    const secret = decodeBase32(vector.secretBase32);
    const key = keyOf({ type: 'steam', secret, digits: 5 });
    expect(codeAt(key, unixSeconds * 1000).digits).toBe(letters);
  });

  // The truncated values of RFC 4226, appendix D: counters 0, 3 and 6.
  test.each([
    [0, '1284755224', '84755224', '55224'],
    [3, '1726969429', '26969429', '69429'],
    [6, '1918287922', '18287922', '87922'],
  ])('counter %i gives 10, 8 and 5 digits of one number', (counter, ten, eight, five) => {
    for (const digits of [ten, eight, five]) {
      expect(codeForCounter(keyOf({ digits: digits.length }), counter).digits).toBe(digits);
    }
  });

  test('a code of ten digits begins with zeros where its number is shorter', () => {
    // RFC 4226, appendix D: 137359152 is the number of counter 2.
    expect(codeForCounter(keyOf({ digits: 10 }), 2).digits).toBe('0137359152');
  });

  const rows = totp.codes.flatMap((row) =>
    ALGORITHMS.map((algorithm) => ({
      unixSeconds: row.unixSeconds,
      algorithm,
      digits: row[algorithm],
    })),
  );
  test.each(rows)('$unixSeconds s with $algorithm gives $digits (RFC 6238)', (row) => {
    const secret = asciiDigits(totp.secretBytes[row.algorithm]);
    const key = keyOf({ secret, algorithm: row.algorithm, digits: 8 });
    expect(codeAt(key, row.unixSeconds * 1000).digits).toBe(row.digits);
  });

  test('a code says the span it is valid in', () => {
    expect(codeAt(keyOf(), 59_999)).toEqual({
      digits: '287082',
      counter: 1,
      startMs: 30_000,
      endMs: 60_000,
    });
    expect(codeAt(keyOf(), 60_000).counter).toBe(2);
    expect(codeAt(keyOf({ periodSeconds: 60 }), 59_999).counter).toBe(0);
  });

  test('the next code begins where the code of now ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 8.64e15 }),
        fc.integer({ min: 1, max: 86_400 }),
        (nowMs, periodSeconds) => {
          const { code, next } = codesAt(keyOf({ periodSeconds }), nowMs);
          expect(code.startMs).toBeLessThanOrEqual(nowMs);
          expect(code.endMs).toBeGreaterThan(nowMs);
          expect(next.startMs).toBe(code.endMs);
          expect(next).toEqual(codeAt(keyOf({ periodSeconds }), code.endMs));
        },
      ),
    );
  });

  test('a secret that is a part of a larger buffer gives its own codes', () => {
    const around = new Uint8Array(60).fill(7);
    around.set(asciiDigits(20), 20);
    const secret = around.subarray(20, 40);
    expect(codeForCounter(keyOf({ secret }), 0).digits).toBe('755224');
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('a clock of %d gives no code', (nowMs) => {
    expect(() => codeAt(keyOf(), nowMs)).toThrow('unexpected');
  });
});
