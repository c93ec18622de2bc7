import type { Format, ImportEntry } from './format.ts';
import { entryOfCode } from './parse/code-text.ts';
import { readRows } from './parse/csv.ts';
import { findLoginColumns } from './parse/login-columns.ts';
import { FileRefusal } from './parse/refusal.ts';

/**
 * The CSV of a password manager: Bitwarden, Apple, 1Password, KeePassXC,
 * Dashlane, LastPass, Proton Pass. Only the title, the user and the code are
 * read; no other cell becomes a string. Bitwarden Authenticator's rows have
 * three cells more than its header: they repeat what the code's link says.
 */
export const passwordCsv: Format = {
  app: 'CSV',
  claims: ({ text, json }) =>
    text !== undefined && json === undefined && findLoginColumns(text) !== undefined,
  read: ({ text = '' }) => {
    const columns = findLoginColumns(text);
    const code = columns?.code;
    if (!columns || code === undefined) throw new FileRefusal('no-accounts', columns?.app);
    const { header, title, users, app } = columns;
    const wanted = new Set([code, ...users, ...(title === undefined ? [] : [title])]);
    const entries: ImportEntry[] = [];
    for (const { line, cells } of readRows(text, header.separator, wanted).slice(1)) {
      const secretText = cells.get(code)?.trim() ?? '';
      if (secretText === '') continue;
      const issuer = (title === undefined ? '' : cells.get(title)) ?? '';
      const label = users.map((user) => cells.get(user)?.trim() ?? '').find((user) => user !== '');
      entries.push(entryOfCode(secretText, { line, issuer: issuer.trim(), label: label ?? '' }));
    }
    if (entries.length === 0) throw new FileRefusal('no-accounts', app);
    return entries;
  },
};
