/** Plural forms, numbers, dates and times, as each language has them. */
import { describe, expect, test } from 'vitest';
import { Formats } from '../../../lib/language/formats.ts';
import { languageFrom } from '../../../lib/language/language.ts';

/** A language whose texts are its keys and what is filled in, but for the keys it lacks. */
function echo(tag: string, lacking: readonly string[] = []) {
  return languageFrom(tag, (key, substitutions) =>
    lacking.includes(key) ? '' : [key, ...substitutions].join(' '),
  );
}

describe('a text that depends on a count', () => {
  test.each([
    ['en', 0, 'other 0'],
    ['en', 1, 'one 1'],
    ['en', 1000, 'other 1,000'],
    ['fr', 0, 'one 0'],
    ['pl', 2, 'few 2'],
    ['pl', 5, 'many 5'],
    ['ru', 21, 'one 21'],
    ['ar', 0, 'zero 0'],
    ['ja', 1, 'other 1'],
  ])('in %s, %i is %s', (tag, count, form) => {
    expect(echo(tag).plural('import_saved', count)).toBe(`import_saved_${form}`);
  });

  test('takes the form "other" where the catalogue lacks its own', () => {
    const language = echo('pl', ['import_saved_few']);
    expect(language.plural('import_saved', 2)).toBe('import_saved_other 2');
  });

  test('has its count first, and what else it names after that', () => {
    expect(echo('en').plural('export_saved', 3, 'a.json')).toBe('export_saved_other 3 a.json');
  });
});

test('a number in a text is written as in the language, and what is no number stays', () => {
  const german = echo('de');
  expect(german.words('export_code', 1234, '1234')).toBe('export_code 1.234 1234');
  expect(german.plural('import_saved', 2, 1000)).toBe('import_saved_other 2 1.000');
});

describe('formats', () => {
  const english = new Formats('en');
  const NOW = Date.UTC(2026, 10, 22, 12);

  test('numbers and units are written as in the language', () => {
    expect(english.number(1_234.5)).toBe('1,234.5');
    expect(new Formats('de').number(1_234.5)).toBe('1.234,5');
    expect(english.signed(2)).toBe('+2');
    expect(english.unit(1, 'minute')).toBe('1 minute');
    expect(english.unit(14, 'minute', 'narrow')).toBe('14m');
    expect(new Formats('de').unit(2, 'hour')).toBe('2 Stunden');
    expect(english.list(['a', 'b', 'c'])).toBe('a, b, and c');
    expect(new Formats('de').numbers([1, 3, 1000])).toBe('1, 3 und 1.000');
    expect(english.units(['23 hours', '59 minutes'])).toBe('23 hours, 59 minutes');
  });

  test('a day has its time', () => {
    expect(english.dayAndTime(NOW)).toMatch(/^November 22, 2026 at /u);
  });
});
