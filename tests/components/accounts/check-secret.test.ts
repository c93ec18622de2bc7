import { describe, expect, test } from 'vitest';
import {
  findSecretError,
  isLetterOver,
  isSetupLink,
} from '../../../components/accounts/check-secret.ts';
import {
  DEFAULT_PARAMETERS,
  findParameters,
} from '../../../components/accounts/code-parameter-fields.tsx';

describe('a secret while it is typed', () => {
  test.each([
    ['', undefined],
    ['jbsw y3dp-ehpk', undefined],
    ['JBSW0', 'secret-not-base32'],
    ['Ä', 'secret-not-base32'],
    // What nobody sees, and the parser passes over.
    ['JB\u3164SW\u2800Y3\uFE0FDP\u034F', undefined],
    ['A'.repeat(411), undefined],
    ['A'.repeat(412), 'secret-too-long'],
  ])('"%s" → %s', (typed, code) => {
    expect(findSecretError(typed, 'while-typing')).toBe(code);
  });
});

describe('a finished secret', () => {
  test.each([
    ['', 'secret-missing'],
    ['J', 'secret-incomplete'],
    ['JB', undefined],
    ['JBSWY3DPEHPK3PX', undefined],
    ['JBSWY3DPEHPK3PXP', undefined],
    ['JBSW Y3DP EHPK 3PXP====', undefined],
  ])('"%s" → %s', (typed, code) => {
    expect(findSecretError(typed, 'finished')).toBe(code);
  });
});

test.each([
  ['otpauth://totp/x', true],
  ['  OTPAUTH://totp/x', true],
  ['\u{200B}otpauth://totp/x', true],
  [' \u{2060}\u{FEFF}otpauth://totp/x', true],
  ['https://example.com', true],
  ['JBSW Y3DP', false],
])('"%s" is a link: %s', (typed, link) => {
  expect(isSetupLink(typed)).toBe(link);
});

test.each([
  ['JBSW Y3DP EHPK 3PXP', false],
  ['JBSW Y3DP EHPK 3PXP J', true],
  ['JBSW Y3DP EHPK 3PXP JBS', true],
  ['JBSW Y3DP EHPK 3PXP JB', false],
  ['JBS', false],
])('"%s" has a letter over: %s', (typed, isOver) => {
  expect(isLetterOver(typed)).toBe(isOver);
});

describe('the parameters typed', () => {
  test.each([
    ['30', 30],
    [' 60 ', 60],
    ['1', 1],
    ['86400', 86_400],
    ['0', undefined],
    ['86401', undefined],
    ['3e1', undefined],
    ['', undefined],
  ])('a period of "%s" is %s seconds', (period, periodSeconds) => {
    expect(findParameters({ ...DEFAULT_PARAMETERS, period })).toEqual(
      periodSeconds === undefined
        ? undefined
        : { type: 'totp', algorithm: 'SHA-1', digits: 6, periodSeconds },
    );
  });

  test.each([
    ['0', 0],
    ['9007199254740990', 9_007_199_254_740_990],
    ['9007199254740991', undefined],
    ['-1', undefined],
  ])('a counter of "%s" is %s', (typed, counter) => {
    const found = findParameters({ ...DEFAULT_PARAMETERS, type: 'hotp', counter: typed });
    expect(found).toEqual(
      counter === undefined ? undefined : { type: 'hotp', algorithm: 'SHA-1', digits: 6, counter },
    );
  });

  test('Steam knows its own alone', () => {
    const typed = { ...DEFAULT_PARAMETERS, type: 'steam', digits: '8', period: '' } as const;
    expect(findParameters(typed)).toEqual({
      type: 'steam',
      algorithm: 'SHA-1',
      digits: 5,
      periodSeconds: 30,
    });
  });
});
