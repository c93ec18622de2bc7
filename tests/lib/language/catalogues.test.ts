/** Every language is registered, and its catalogue says all that English says, in all its forms. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../lib/language/index.ts';
import { isLanguageTag, LANGUAGE_TAGS } from '../../../lib/language/tags.ts';
import english from '../../../public/_locales/en/messages.json' with { type: 'json' };

const LOCALES = new URL('../../../public/_locales/', import.meta.url);
type Texts = Readonly<Record<string, { readonly message: string }>>;

/** Folders are named as the browser wants it (pt_BR), languages as BCP 47 does (pt-BR). */
const folderOf = (tag: string): URL => new URL(`${tag.replace('-', '_')}/messages.json`, LOCALES);
const textsOf = (tag: string): Texts => JSON.parse(readFileSync(folderOf(tag), 'utf8')) as Texts;
const placeholdersOf = (text: string): readonly string[] =>
  [...new Set(text.match(/\$\d/gu))].toSorted();

const stems = Object.keys(english)
  .filter((key) => key.endsWith('_other') && key.replace(/other$/u, 'one') in english)
  .map((key) => key.slice(0, -'_other'.length));
const isForm = (key: string): boolean =>
  stems.some(
    (stem) => key.startsWith(`${stem}_`) && /_(?:zero|one|two|few|many|other)$/u.test(key),
  );

test('every folder of texts is a language of the register, and the other way round', () => {
  const folders = readdirSync(LOCALES).map((name) => name.replace('_', '-'));
  expect(folders.filter((tag) => !isLanguageTag(tag))).toEqual([]);
  expect(LANGUAGE_TAGS.filter((tag) => !existsSync(folderOf(tag)))).toEqual([]);
});

test('the counted texts are known', () => {
  expect(stems).toContain('import_saved');
  expect(isLanguageTag('toString')).toBe(false);
});

describe.each(LANGUAGE_TAGS)('%s', (tag) => {
  const texts = textsOf(tag);

  test('the register loads these very texts', async () => {
    expect((await LANGUAGES[tag].load()).default).toEqual(texts);
  });

  test('names itself, and a direction', () => {
    expect(texts['ui_language']?.message).toBe(tag);
    expect(texts['ui_direction']?.message).toMatch(/^(?:ltr|rtl)$/u);
  });

  test('has every text of English, with the same placeholders, and no other', () => {
    const single = (keys: readonly string[]) => keys.filter((key) => !isForm(key)).toSorted();
    expect(single(Object.keys(texts))).toEqual(single(Object.keys(english)));
    const differing = Object.entries(english)
      .filter(([key]) => !isForm(key))
      .filter(
        ([key, { message }]) =>
          placeholdersOf(texts[key]?.message ?? '').join() !== placeholdersOf(message).join(),
      )
      .map(([key]) => key);
    expect(differing).toEqual([]);
  });

  test.each(stems)('%s has every plural form of the language', (stem) => {
    const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    const there = Object.keys(texts)
      .filter((key) => isForm(key) && key.slice(0, key.lastIndexOf('_')) === stem)
      .map((key) => key.slice(stem.length + 1));
    expect(there.toSorted()).toEqual(forms.toSorted());
    const other = placeholdersOf(texts[`${stem}_other`]?.message ?? '');
    for (const form of there) {
      expect(other).toEqual(
        expect.arrayContaining([...placeholdersOf(texts[`${stem}_${form}`]?.message ?? '')]),
      );
    }
  });
});
