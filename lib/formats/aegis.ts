import type { Format, FormatAnswer, ImportEntry } from './format.ts';
import { findAegisOpened } from './open/aegis-vault.ts';
import { entryOf, refusedEntry, type RawAccount } from './parse/entry.ts';
import { fieldOf, hasFields, isObject, listOf, parseJson, textOf } from './parse/json.ts';
import { EntryRefusal, FileRefusal } from './parse/refusal.ts';
import { decodeSecret } from './parse/secret.ts';

/** The file and its database count their versions apart. */
const VERSIONS = { file: 1, database: 3 } as const;

/** The vault of Aegis (docs/vault.md in its repository), plain or encrypted. */
export const aegis: Format = {
  app: 'Aegis',
  claims: ({ json }) => hasFields(json, 'header', 'db'),
  read: async ({ json }, password) => {
    if (fieldOf(json, 'version') !== VERSIONS.file) throw new FileRefusal('unsupported-version');
    const header = fieldOf(json, 'header');
    const database = fieldOf(json, 'db');
    const slots = fieldOf(header, 'slots');
    if (isObject(database) && (slots === null || slots === undefined)) return entriesOf(database);
    if (typeof database !== 'string' || !Array.isArray(slots)) throw new FileRefusal('damaged');
    const vault = {
      slots: slots as readonly unknown[],
      params: fieldOf(header, 'params'),
      database,
    };
    const opened = await findAegisOpened(vault, password);
    return opened === 'needs-password' || opened === 'wrong-password'
      ? opened
      : entriesOf(parseJson(opened.text));
  },
};

function entriesOf(database: unknown): FormatAnswer {
  const version = fieldOf(database, 'version');
  if (typeof version !== 'number') throw new FileRefusal('damaged');
  if (version > VERSIONS.database) throw new FileRefusal('unsupported-version');
  const entries = listOf(database, 'entries');
  if (entries.length === 0) throw new FileRefusal('no-accounts');
  return entries.map((entry) => entryOfAegis(entry));
}

function entryOfAegis(entry: unknown): ImportEntry {
  const name = { issuer: textOf(entry, 'issuer'), label: textOf(entry, 'name') };
  const info = fieldOf(entry, 'info');
  if (!isObject(info)) return refusedEntry(name, 'damaged');
  return entryOf(name, () => ({
    ...name,
    type: typeOf(textOf(entry, 'type')),
    secret: decodeSecret(textOf(info, 'secret')),
    algorithm: fieldOf(info, 'algo'),
    digits: fieldOf(info, 'digits'),
    period: fieldOf(info, 'period'),
    counter: fieldOf(info, 'counter'),
  }));
}

function typeOf(type: string): RawAccount['type'] {
  const name = type.toLowerCase();
  if (name === 'totp' || name === 'hotp' || name === 'steam') return name;
  // motp and yandex need a PIN beside the secret.
  throw new EntryRefusal('unsupported-type');
}
