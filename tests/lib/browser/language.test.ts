import { afterEach, expect, test, vi } from 'vitest';
import { getLanguage } from '../../../lib/browser/language.ts';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };

/** The texts that the background was given, one entry each time. */
const given: (readonly [string, string])[][] = [];
let version = '1.0.0';
/** A browser whose answer to every key is what `answer` makes of it. */
function withBrowser(answer: (key: string) => string): void {
  const sendMessage = async ({ ask }: { readonly ask: { readonly texts: object } }) => {
    given.push(Object.entries(ask.texts));
    return { ok: true };
  };
  const runtime = { getManifest: () => ({ version }), sendMessage };
  vi.stubGlobal('chrome', { i18n: { getMessage: answer }, runtime });
}
/** What the user chose in the settings; undefined: nothing yet. */
function chose(tag?: string) {
  const kept = new Map(tag === undefined ? [] : [['language', tag]]);
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}
/** What an administrator has set; undefined: nothing. */
const set = (tag?: unknown) => async () => tag;
afterEach(() => {
  vi.unstubAllGlobals();
  given.length = 0;
  version = '1.0.0';
});

test("the browser's own words are taken where it has them", async () => {
  withBrowser((key) => (key === 'ui_language' ? 'fi' : `${key} in Finnish`));
  const { words, errorWords, formats } = await getLanguage(chose(), set());
  expect(words('accounts_scan')).toBe('accounts_scan in Finnish');
  expect(errorWords('vault-locked')).toBe('error_vault_locked in Finnish');
  expect(formats.unit(2, 'hour')).toBe('2 tuntia');
});

test('a language that the user chose goes before the one of the browser', async () => {
  withBrowser((key) => (key === 'ui_language' ? 'fi' : `${key} in Finnish`));
  const { words, plural } = await getLanguage(chose('en'), set());
  expect(words('accounts_scan')).toBe(messages.accounts_scan.message);
  expect(plural('import_saved', 2)).toBe('2 accounts saved.');
});

test('a chosen language that is not there is passed over', async () => {
  withBrowser((key) => (key === 'ui_language' ? 'fi' : `${key} in Finnish`));
  const { words } = await getLanguage(chose('tlh'), set());
  expect(words('accounts_scan')).toBe('accounts_scan in Finnish');
});

test('a language that the administrator has set goes before both', async () => {
  withBrowser((key) => (key === 'ui_language' ? 'fi' : `${key} in Finnish`));
  const { words } = await getLanguage(chose('tlh'), set('en'));
  expect(words('accounts_scan')).toBe(messages.accounts_scan.message);
});

test.each(['tlh', 7, ['en']])('%j as the language of the administrator is none', async (tag) => {
  withBrowser((key) => (key === 'ui_language' ? 'fi' : `${key} in Finnish`));
  const { words } = await getLanguage(chose(), set(tag));
  expect(words('accounts_scan')).toBe('accounts_scan in Finnish');
});

test('without another language than the one shown, the policy is not read', async () => {
  withBrowser((key) => (key === 'ui_language' ? 'en' : key));
  const readManaged = vi.fn(set());
  await getLanguage(chose(), readManaged);
  expect(readManaged).not.toHaveBeenCalled();
});

test('what others show in the chosen language is given to the background, once a version', async () => {
  withBrowser((key) => (key === 'ui_language' ? 'fi' : `${key} in Finnish`));
  const store = chose('en');
  const open = async () => {
    await getLanguage(store, set());
    // The answer of the background is noted after the page has its words.
    await vi.waitFor(() => expect(store.getItem('language-given')).toBe(`en ${version}`));
  };
  await open();
  await open();
  expect(given.length).toBe(1);
  const texts = Object.fromEntries(given[0] ?? []);
  expect(texts).toMatchObject({
    ui_language: 'en',
    ui_direction: 'ltr',
    offer_save: messages.offer_save.message,
    prompt_filled: messages.prompt_filled.message,
    menu_scan: messages.menu_scan.message,
    notice_copied: messages.notice_copied.message,
    error_vault_locked: messages.error_vault_locked.message,
  });
  expect(texts).not.toHaveProperty('settings_theme');
  version = '1.0.1';
  await open();
  expect(given.length).toBe(2);
});

test('who goes back to the language of the browser takes those texts away, once', async () => {
  withBrowser((key) => (key === 'ui_language' ? 'fi' : `${key} in Finnish`));
  const store = chose('en');
  await getLanguage(store, set());
  await vi.waitFor(() => expect(store.getItem('language-given')).toBe('en 1.0.0'));
  store.removeItem('language');
  await getLanguage(store, set());
  await vi.waitFor(() => expect(store.getItem('language-given')).toBe(''));
  await getLanguage(store, set());
  expect(given.map((texts) => texts.length > 0)).toEqual([true, false]);
});

test('where nothing else was chosen, the background is not asked', async () => {
  withBrowser((key) => (key === 'ui_language' ? 'fi' : `${key} in Finnish`));
  await getLanguage(chose(), set());
  expect(given).toEqual([]);
});

test('where it has none, ours are English', async () => {
  withBrowser(() => '');
  const { words, errorWords } = await getLanguage(chose(), set());
  expect(words('accounts_scan')).toBe(messages.accounts_scan.message);
  expect(errorWords('vault-locked')).toBe(messages.error_vault_locked.message);
  expect(words('ui_direction')).toBe('ltr');
  expect(words('accounts_parameters', 'SHA-1', '6', '30')).toBe(
    'SHA-1, 6 digits, a new code every 30 seconds.',
  );
});

test('no message asks for more than is filled in there', () => {
  for (const [key, message] of Object.entries(messages)) {
    expect(message, key).not.toHaveProperty('placeholders');
    expect(message.message.replaceAll(/\$[1-9]/gu, ''), key).not.toContain('$');
  }
});
