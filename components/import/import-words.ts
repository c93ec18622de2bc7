import type { EntryReason } from '../../lib/errors.ts';
import type { ImportFileView, ImportLine } from '../../lib/protocol/import-views.ts';
import type { MessageKey } from '../../lib/language/messages.ts';

export const LINE_WORDS: Readonly<Record<Exclude<ImportLine['kind'], 'refused'>, MessageKey>> = {
  new: 'import_line_new',
  'same-name': 'import_line_same_name',
  there: 'import_line_there',
  twice: 'import_line_twice',
  trashed: 'import_line_trashed',
};

export const ENTRY_WORDS: Readonly<Record<EntryReason, MessageKey>> = {
  'missing-secret': 'import_entry_missing_secret',
  'invalid-secret': 'import_entry_invalid_secret',
  'unsupported-type': 'import_entry_unsupported_type',
  'unsupported-algorithm': 'import_entry_unsupported_algorithm',
  'invalid-digits': 'import_entry_digits',
  'unsupported-digits': 'import_entry_digits',
  'invalid-period': 'import_entry_period',
  'invalid-counter': 'import_entry_counter',
  'not-otpauth': 'import_entry_not_otpauth',
  damaged: 'import_entry_damaged',
  'no-accounts': 'import_entry_no_accounts',
  'not-unpacked': 'import_entry_not_unpacked',
};

const FILE_WORDS: Readonly<Record<NonNullable<ImportFileView['reason']>, MessageKey>> = {
  empty: 'import_file_empty',
  'too-large': 'import_file_too_large',
  'unknown-format': 'import_file_unknown',
  'unsupported-format': 'import_file_unsupported',
  'unsupported-version': 'import_file_version',
  damaged: 'import_file_damaged',
  'no-accounts': 'import_file_no_accounts',
  'account-bound': 'import_file_account_bound',
  'kdf-out-of-range': 'import_file_kdf',
  'not-enough-memory': 'import_file_memory_unknown',
  'no-code': 'import_file_no_code',
};

/** What to do with a file that exists but cannot be read, by the app it is of. */
const WAYS_OUT: ReadonlyMap<string, MessageKey> = new Map([
  ['Nightlatch', 'import_way_restore'],
  ['Authy', 'import_way_add_again'],
  ['Battle.net', 'import_way_add_again'],
  ['Microsoft Authenticator', 'import_way_add_again'],
  ['WinAuth', 'import_way_text'],
  ['OpenPGP', 'import_way_decrypt'],
  ['Aegis', 'import_way_slot'],
  ['SQLite', 'import_way_export'],
  ['KeePass', 'import_way_csv'],
  ['1Password 1PUX', 'import_way_csv'],
  ['FreeOTP', 'import_way_freeotp'],
  ['FreeOTP 2', 'import_way_freeotp'],
  ['ZIP', 'import_way_unpack'],
  ['XML', 'import_way_export'],
  ['HTML', 'import_way_export'],
  ['PDF', 'import_way_export'],
]);

/** Why a file is not taken, and what to do next. */
export function fileWordsOf(file: ImportFileView): MessageKey {
  const { reason = 'unknown-format', app, memoryMib } = file;
  if (reason === 'not-enough-memory' && memoryMib !== undefined) return 'import_file_memory';
  if (reason !== 'unsupported-format' || app === undefined) return FILE_WORDS[reason];
  return WAYS_OUT.get(app) ?? 'import_file_unsupported_named';
}
