/** The pseudo-language is as much longer as the tests of the screens promise, in every message. */
import { expect, test } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { expectNone } from '../../expect-none.ts';
import { lengthen, LONGER, withoutPlaces } from './lengthen.ts';

const texts = Object.entries(messages)
  .map(([key, { message }]) => ({ key, message, long: lengthen(message) }))
  .filter(({ message }) => /\p{L}/u.test(withoutPlaces(message)));

test('makes every message at least 40 % longer', () => {
  expectNone(
    texts
      .filter(
        ({ message, long }) => withoutPlaces(long).length < LONGER * withoutPlaces(message).length,
      )
      .map(({ key, long }) => `${key}: ${long}`),
  );
});

test('keeps places, spaces and the number of words', () => {
  const frame = (text: string): string => text.replaceAll(/(?<!\$)\p{L}+/gu, 'w');
  expect(texts.map(({ long }) => frame(long))).toEqual(texts.map(({ message }) => frame(message)));
});

test('lengthens words and appends no endless one, and no name', () => {
  expect(lengthen('Copy the code of $1.')).toBe('Coopyen theee coodee oof $1.');
  expect(lengthen('Copy \u2068the code\u2069.')).toBe('Coopyen \u2068the code\u2069.');
  expect(lengthen('')).toBe('');
  expect(lengthen('$1 – $2')).toBe('$1 – $2');
});
