import { describe, expect, test } from 'vitest';
import { getName, mixesAlphabets } from '../../../lib/otp/name.ts';

describe('a name', () => {
  test.each([
    ['TP\u034f-Link', 'TP[U+034F]-Link'],
    ['TP-Link\ufe0f', 'TP-Link[U+FE0F]'],
    ['\u3164', '[U+3164]'],
    ['VIGI\u2800', 'VIGI[U+2800]'],
    ['VIGI\u{e0101}', 'VIGI[U+E0101]'],
  ])('%j has its unseen character spelt out', (text, name) => {
    expect(getName(text)).toBe(name);
  });

  test.each(['I \u2764\ufe0f VIGI', 'B\u00fcro \u6771\u4eac', 'Cafe\u0301', '\u{1f3e0} home'])(
    '%j is kept as it is',
    (text) => {
      expect(getName(text)).toBe(text);
    },
  );

  test.each([
    ['\u0422\u0420-Link', true],
    ['VIGI \u03bf', true],
    ['TP-Link', false],
    ['\u041a\u0430\u043c\u0435\u0440\u044b 2', false],
    ['B\u00fcro \u6771\u4eac', false],
  ])('%j mixes alphabets that look alike: %s', (text, mixes) => {
    expect(mixesAlphabets(text)).toBe(mixes);
  });
});
