import { findBase64 } from '../../lib/base64.ts';
import { AppError } from '../../lib/errors.ts';
import type { ImportEntry } from '../../lib/formats/format.ts';
import type { ImportedEntry, ImportedFile } from '../../lib/protocol/import-views.ts';

/** What one file gave. */
export interface FileReading {
  readonly entries: readonly ImportEntry[];
}

/** The files as their reader handed them over. Throws 'request-malformed' when a secret is no base64. */
export function readingsOf(files: readonly ImportedFile[]): readonly FileReading[] {
  return files.map(({ entries }) => ({ entries: entries.map((entry) => entryOf(entry)) }));
}

function entryOf(entry: ImportedEntry): ImportEntry {
  if (entry.kind === 'refused') return entry;
  const { account, ...rest } = entry;
  const secret = findBase64(account.secret);
  if (!secret || secret.length === 0) throw new AppError('request-malformed');
  return { ...rest, account: { ...account, secret } };
}
