import { toBase64 } from '../../lib/base64.ts';
import type { ImportEntry } from '../../lib/formats/format.ts';
import { IMPORT_LIMITS } from '../../lib/protocol/reader-messages.ts';
import type { ImportedEntry } from '../../lib/protocol/import-views.ts';

/** An entry as a message carries it. A name that is far too long is cut, and still too long to be saved. */
export function messageOf(entry: ImportEntry): ImportedEntry {
  if (entry.kind === 'refused') return { ...entry, ...namesOf(entry) };
  const { account, trashed, assumed, line } = entry;
  return {
    kind: 'account',
    account: { ...account, ...namesOf(account), secret: toBase64(account.secret) },
    ...(trashed ? { trashed } : {}),
    ...(assumed ? { assumed } : {}),
    ...(line === undefined ? {} : { line }),
  };
}

function namesOf({ issuer, label }: { readonly issuer: string; readonly label: string }): {
  readonly issuer: string;
  readonly label: string;
} {
  const { nameCharacters } = IMPORT_LIMITS;
  return { issuer: issuer.slice(0, nameCharacters), label: label.slice(0, nameCharacters) };
}
