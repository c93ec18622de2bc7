import { describe, expect, test } from 'vitest';
import { findSecretError, isSetupLink } from '../../../components/accounts/check-secret.ts';
import { findPeriodSeconds } from '../../../components/accounts/code-parameter-fields.tsx';

describe('a secret while it is typed', () => {
  test.each([
    ['', undefined],
    ['jbsw y3dp-ehpk', undefined],
    ['JBSW0', 'secret-not-base32'],
    ['Ä', 'secret-not-base32'],
    ['A'.repeat(104), 'secret-too-long'],
  ])('"%s" → %s', (typed, code) => {
    expect(findSecretError(typed, 'while-typing')).toBe(code);
  });
});

describe('a finished secret', () => {
  test.each([
    ['', 'secret-missing'],
    ['JBSWY3DPEHPK3PX', 'secret-too-short'],
    ['JBSWY3DPEHPK3PXP', undefined],
    ['JBSW Y3DP EHPK 3PXP====', undefined],
  ])('"%s" → %s', (typed, code) => {
    expect(findSecretError(typed, 'finished')).toBe(code);
  });
});

test.each([
  ['otpauth://totp/x', true],
  ['  OTPAUTH://totp/x', true],
  ['https://example.com', true],
  ['JBSW Y3DP', false],
])('"%s" is a link: %s', (typed, link) => {
  expect(isSetupLink(typed)).toBe(link);
});

test.each([
  ['30', 30],
  [' 60 ', 60],
  ['14', undefined],
  ['121', undefined],
  ['3e1', undefined],
  ['', undefined],
])('a period of "%s" is %s seconds', (typed, seconds) => {
  expect(findPeriodSeconds(typed)).toBe(seconds);
});
