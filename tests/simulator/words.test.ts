import { expect, test } from 'vitest';
import { getWords, languageNames } from './lang/index.ts';

const holes = (text: string): readonly string[] => text.match(/\{\w+\}/g) ?? [];

test.each(languageNames)('%s has a word for everything, with the same holes as English', (name) => {
  const english = Object.entries(getWords('en'));
  const words = Object.entries(getWords(name));
  expect(words.map(([key, text]) => [key, holes(text), text !== ''])).toEqual(
    english.map(([key, text]) => [key, holes(text), true]),
  );
});
