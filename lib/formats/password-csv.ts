import type { Format, ImportEntry } from './format.ts';
import { entryOfLink } from './otpauth-list.ts';
import { entryOfCode } from './parse/code-text.ts';
import { readRows } from './parse/csv.ts';
import { linksOf } from './parse/link-lines.ts';
import { findLoginColumns } from './parse/login-columns.ts';
import { FileRefusal } from './parse/refusal.ts';

/** A link in a cell, which ends where the cell or a line does. */
const LINK = /otpauth:\/\/[^\s",;]+/iu;

/** Where an app has no column for codes, its users keep their links in notes and fields of their own. */
function linksIn(text: string, app: string | undefined): readonly ImportEntry[] {
  const lines = text.split(/\r\n|\r|\n/u);
  const entries = lines.flatMap((content, at): ImportEntry[] => {
    const link = LINK.exec(content)?.[0];
    if (link === undefined) return [];
    // In a note a link may be broken over two lines, as in any text.
    const isOpen = content.endsWith(link);
    const next = isOpen ? (/^[^\s",;]*/u.exec(lines[at + 1] ?? '')?.[0] ?? '') : '';
    return linksOf(`${link}\n${next}`)
      .slice(0, 1)
      .map((first) => entryOfLink({ ...first, line: at + 1 }, 'file'));
  });
  if (entries.length === 0) throw new FileRefusal('no-accounts', app);
  return entries;
}

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
    if (!columns || code === undefined) return linksIn(text, columns?.app);
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
