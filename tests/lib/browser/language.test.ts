import { afterEach, expect, test, vi } from 'vitest';
import { getLanguage } from '../../../lib/browser/language.ts';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };

/** A browser whose answer to every key is what `answer` makes of it. */
function withBrowser(answer: (key: string) => string): void {
  vi.stubGlobal('chrome', { i18n: { getMessage: answer } });
}
/** What the user chose in the settings; undefined: nothing yet. */
const chose = (tag?: string) => ({ getItem: () => tag ?? null });
/** What an administrator has set; undefined: nothing. */
const set = (tag?: unknown) => async () => tag;
afterEach(() => {
  vi.unstubAllGlobals();
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
