import type { Format, FormatAnswer, ImportEntry } from './format.ts';
import { bitwardenMemoryMib, findBitwardenOpened } from './open/bitwarden-export.ts';
import { entryOfCode } from './parse/code-text.ts';
import { fieldOf, hasFields, listOf, parseJson, someOf, textOf } from './parse/json.ts';
import { FileRefusal } from './parse/refusal.ts';

/**
 * The JSON export of Bitwarden, of its clones and of Bitwarden Authenticator,
 * plain or protected by a password of its own. Of each login only the name,
 * the user and the code are read. (Its CSV is read by password-csv.ts.)
 */
export const bitwarden: Format = {
  app: 'Bitwarden',
  claims: ({ json }) =>
    typeof fieldOf(json, 'encrypted') === 'boolean' ||
    someOf(fieldOf(json, 'items'), (item) => hasFields(item, 'login')),
  read: async ({ json }, password) => {
    if (fieldOf(json, 'encrypted') !== true) return entriesOf(json);
    // Its key is the account's own, which never leaves Bitwarden.
    if (fieldOf(json, 'passwordProtected') !== true) throw new FileRefusal('account-bound');
    const opened = await findBitwardenOpened(json, password);
    return opened === 'needs-password' || opened === 'wrong-password'
      ? opened
      : entriesOf(parseJson(opened.text));
  },
  memoryMib: ({ json }) => bitwardenMemoryMib(json),
};

function entriesOf(json: unknown): FormatAnswer {
  const entries = listOf(json, 'items').flatMap((item): ImportEntry[] => {
    const login = fieldOf(item, 'login');
    const code = textOf(login, 'totp').trim();
    if (code === '') return [];
    const place = { issuer: textOf(item, 'name'), label: textOf(login, 'username') };
    return [entryOfCode(code, place)];
  });
  if (entries.length === 0) throw new FileRefusal('no-accounts');
  return entries;
}
