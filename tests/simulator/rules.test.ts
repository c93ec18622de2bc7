import { describe, expect, test } from 'vitest';
import { base32Decode, base32Encode } from './base32.ts';
import { countFailure, isLocked, judgeCode, NO_ATTEMPTS, type Attempts } from './rules.ts';
import { codeOfStep, stepAt, type TotpKey } from './totp.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

/** RFC 6238 appendix B. */
const VECTORS = [
  [59, 'SHA1', '94287082'],
  [59, 'SHA256', '46119246'],
  [59, 'SHA512', '90693936'],
  [1111111109, 'SHA1', '07081804'],
  [1111111111, 'SHA256', '67062674'],
  [20000000000, 'SHA512', '47863826'],
] as const;

const SECRETS = {
  SHA1: '12345678901234567890',
  SHA256: '12345678901234567890123456789012',
  SHA512: '1234567890123456789012345678901234567890123456789012345678901234',
} as const;

describe("the stand-in's own RFC 6238", () => {
  test.each(VECTORS)('at %d s with %s gives %s', (seconds, algorithm, code) => {
    const key = { secret: ascii(SECRETS[algorithm]), algorithm, digits: 8, periodSeconds: 30 };
    expect(codeOfStep(key, stepAt(key, seconds * 1000))).toBe(code);
  });

  test('reads the base32 it writes', () => {
    expect(base32Decode(base32Encode(ascii('a stand-in')))).toEqual(ascii('a stand-in'));
  });
});

const key: TotpKey = {
  secret: ascii(SECRETS.SHA1),
  algorithm: 'SHA1',
  digits: 6,
  periodSeconds: 30,
};
const STEP = 57_000_000;
const nowMs = STEP * 30_000;
const usual = { window: 'adjacent', replay: 'refused' } as const;

describe('a code', () => {
  test.each([
    [-2, 'adjacent', 'wrong'],
    [-1, 'adjacent', 'accepted'],
    [0, 'adjacent', 'accepted'],
    [1, 'adjacent', 'accepted'],
    [2, 'adjacent', 'wrong'],
    [-1, 'exact', 'wrong'],
    [0, 'exact', 'accepted'],
    [1, 'exact', 'wrong'],
  ] as const)('%d steps away under window "%s" is %s', (offset, window, kind) => {
    const code = codeOfStep(key, STEP + offset);
    expect(judgeCode(key, code, nowMs, { ...usual, window }, undefined).kind).toBe(kind);
  });

  test.each([
    [-1, 'replayed'],
    [0, 'replayed'],
    [1, 'accepted'],
  ] as const)('%d steps from the last accepted one is %s', (offset, kind) => {
    const code = codeOfStep(key, STEP + offset);
    expect(judgeCode(key, code, nowMs, usual, STEP).kind).toBe(kind);
  });

  test('is taken twice where replay is allowed', () => {
    const code = codeOfStep(key, STEP);
    expect(judgeCode(key, code, nowMs, { ...usual, replay: 'allowed' }, STEP).kind).toBe(
      'accepted',
    );
  });
});

function fail(times: number): Attempts {
  return Array.from({ length: times }).reduce<Attempts>(
    (attempts) => countFailure(attempts, nowMs, 5, 30),
    NO_ATTEMPTS,
  );
}

describe('failed attempts', () => {
  test('lock at the fifth, for half an hour', () => {
    expect(isLocked(fail(4), nowMs)).toBe(false);
    expect(isLocked(fail(5), nowMs)).toBe(true);
    expect(isLocked(fail(5), nowMs + 30 * 60_000)).toBe(false);
  });
});
