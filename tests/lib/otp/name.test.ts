import { describe, expect, test } from 'vitest';
import { AppError } from '../../../lib/errors.ts';
import { getName, mixesAlphabets, printableName } from '../../../lib/otp/name.ts';

describe('a name', () => {
  test.each([
    ['TP\u034f-Link', 'TP[U+034F]-Link'],
    ['TP-Link\ufe0f', 'TP-Link[U+FE0F]'],
    ['\u3164', '[U+3164]'],
    ['VIGI\u2800', 'VIGI[U+2800]'],
    ['VIGI\u{e0101}', 'VIGI[U+E0101]'],
    ['TP\u200b-Link', 'TP[U+200B]-Link'],
    ['TP\u2060\u00ad-Link', 'TP[U+2060][U+00AD]-Link'],
    ['\ufeffTP-Link', '[U+FEFF]TP-Link'],
    // Joiners where nothing joins, or two of them.
    ['TP\u200d-Link', 'TP[U+200D]-Link'],
    ['a\u200cb', 'a[U+200C]b'],
    ['\u0645\u200c', '\u0645[U+200C]'],
    ['\u0645\u200c\u200c\u062e', '\u0645[U+200C][U+200C]\u062e'],
  ])('%j has its unseen character spelt out', (text, name) => {
    expect(getName(text)).toBe(name);
  });

  test.each([
    'I \u2764\ufe0f VIGI',
    'B\u00fcro \u6771\u4eac',
    'Cafe\u0301',
    '\u{1f3e0} home',
    // Persian, Hindi, and the picture of a family.
    '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
    '\u0915\u094d\u200d\u0937',
    '\u{1f468}\u{1f3fd}\u200d\u{1f469}\u200d\u{1f467}',
  ])('%j is kept as it is', (text) => {
    expect(getName(text)).toBe(text);
  });

  test.each([
    ['\u0422\u0420-Link', true],
    ['VIGI \u03bf', true],
    ['\ua4d4P-Link', true],
    ['\u{1d413}\u0420-Link', true],
    ['\u{1d413}P-Link', false],
    ['TP-Link', false],
    ['\u041a\u0430\u043c\u0435\u0440\u044b 2', false],
    ['B\u00fcro \u6771\u4eac', false],
  ])('%j mixes alphabets that look alike: %s', (text, mixes) => {
    expect(mixesAlphabets(text)).toBe(mixes);
  });

  test.each(['a\u202eb', 'a\u200fb', 'a\u2066b', 'a\u0000', 'a\nb', '\ud800'])(
    '%j is refused, and shown with a mark',
    (text) => {
      expect(() => getName(text)).toThrow(new AppError('label-forbidden-character'));
      expect(printableName(text)).toContain('\ufffd');
    },
  );

  test('a refused name is short, also where all of it is spelt out', () => {
    expect(printableName('\u034f'.repeat(200))).toHaveLength(128);
  });
});
