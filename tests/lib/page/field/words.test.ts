import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { foldText } from '../../../../lib/page/field/fold.ts';
import { findWords } from '../../../../lib/page/field/find-words.ts';
import { en } from '../../../../lib/page/field/words/en.ts';
import { LANGUAGES } from '../../../../lib/page/field/words/index.ts';

const folder = new URL('../../../../lib/page/field/words/', import.meta.url);
const files = readdirSync(folder).filter(
  (file) => file !== 'index.ts' && file !== 'language-words.ts',
);

test('there are words for at least 35 languages', () => {
  expect(LANGUAGES.length).toBeGreaterThanOrEqual(35);
});

describe.each(files)('%s', (file) => {
  test('is in the list of languages and has every group', async () => {
    const words = Object.values((await import(new URL(file, folder).href)) as object);
    expect(words).toHaveLength(1);
    expect(LANGUAGES, `add ${file} to words/index.ts`).toContain(words[0]);
    expect(Object.keys(words[0] as object).toSorted()).toEqual(Object.keys(en).toSorted());
    for (const list of Object.values(words[0] as object) as string[])
      for (const stem of list.split('|')) expect(stem.trim().length, list).toBeGreaterThan(0);
  });
});

describe('words are found', () => {
  test.each([
    [
      'whatever their case, accents and hyphens',
      'TWO‑FACTOR, Ověřovací',
      ['factor', 'confirmation'],
    ],
    ['as stems', 'Zweistufige Bestätigungen', ['factor', 'confirmation']],
    ['not inside other words of scripts with spaces', 'unscented emphasis', []],
    ['inside compounds where a language has them', 'Verifieringskod', ['code', 'confirmation']],
    ['after the prefixes of Hebrew', 'מהאפליקציה', ['app']],
    ['without spaces', '请输入两步验证的代码', ['factor', 'code', 'confirmation']],
    // "Your account is protected": the passive voice of Thai begins like 'received'.
    ['not in the passive voice of Thai', 'บัญชีของคุณได้รับการปกป้อง', []],
    ['in Thai, received by a way', 'รหัสที่ได้รับทางอีเมล', ['code', 'sent', 'channel']],
  ])('%s', (_, text, groups) => {
    const found = [...findWords(text)];
    expect(found).toEqual(expect.arrayContaining(groups));
    if (groups.length === 0) expect(found).toEqual([]);
  });
});

test('folding leaves one space for hyphens, apostrophes and line ends', () => {
  expect(foldText('E‑Mail\n l’appli')).toBe('e mail l appli');
});
