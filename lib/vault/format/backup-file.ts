import { AppError } from '../../errors.ts';
import { toBase64 } from '../../base64.ts';
import type { Bytes } from '../../crypto/bytes.ts';
import { BACKUP_CHARACTERS_MAX } from '../../limits.ts';
import { ID_BYTES } from './item-names.ts';
import { findBytes, findCount, findFields, findId, findJson, findText } from './parse.ts';

const FORMAT = 'nightlatch-backup';
const VERSION = 1;
/** The file, and the map of its records. */
const DEPTH_MAX = 2;
/** A record takes 400 characters or more of those of the whole file. */
const PARTS_MAX = 84_000;

/** A backup as it lies in a file; SECURITY.md describes it. Nothing in it is trusted yet. */
export interface BackupFile {
  /** Unix time, ms, when it was made. */
  readonly madeMs: number;
  /** Text of a head with those ways in that work on any computer. */
  readonly head: string;
  /** Sealed: which records make up the backup. */
  readonly contents: Bytes;
  /** Texts of records by account id, as they lay in the store. */
  readonly records: ReadonlyMap<string, string>;
}

export function backupText({ madeMs, head, contents, records }: BackupFile): string {
  const file = {
    format: FORMAT,
    version: VERSION,
    madeMs,
    head,
    contents: toBase64(contents),
    records: Object.fromEntries(records),
  };
  return JSON.stringify(file, undefined, 1);
}

/**
 * The file behind a text, bounded in size, depth and number of parts before
 * JSON.parse sees it. Throws 'backup-too-large', 'backup-unknown' for another
 * kind of file, 'backup-damaged', 'backup-newer-version'.
 */
export function parseBackup(text: string): BackupFile {
  if (text.length > BACKUP_CHARACTERS_MAX) throw new AppError('backup-too-large');
  checkShape(text);
  const fields = findFields(findJson(text));
  if (fields?.get('format') !== FORMAT) {
    // Cut off in a download, it still begins like one of ours.
    throw new AppError(
      !fields && text.slice(0, 200).includes(FORMAT) ? 'backup-damaged' : 'backup-unknown',
    );
  }
  const version = findCount(fields.get('version'));
  if (version !== undefined && version > VERSION) throw new AppError('backup-newer-version');
  const madeMs = findCount(fields.get('madeMs'));
  const head = findText(fields.get('head'), BACKUP_CHARACTERS_MAX);
  const contents = findBytes(fields.get('contents'));
  const records = findRecords(fields.get('records'));
  if (version !== VERSION || madeMs === undefined || head === undefined || !contents || !records) {
    throw new AppError('backup-damaged');
  }
  return { madeMs, head, contents, records };
}

function findRecords(value: unknown): ReadonlyMap<string, string> | undefined {
  const fields = findFields(value);
  if (!fields) return undefined;
  const records = new Map<string, string>();
  for (const [name, item] of fields) {
    const id = findId(name, ID_BYTES);
    const text = findText(item, BACKUP_CHARACTERS_MAX);
    // One that is no record is one missing: the sealed contents tell.
    if (id !== undefined && text !== undefined) records.set(id, text);
  }
  return records;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
/** '[' and '{', ']' and '}'. */
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/** One pass over the characters: JSON.parse would first build five million arrays in arrays. */
function checkShape(text: string): void {
  let depth = 0;
  let parts = 0;
  let place: 'outside' | 'in-string' = 'outside';
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (place === 'in-string') {
      if (unit === BACKSLASH) index += 1;
      else if (unit === QUOTE) place = 'outside';
    } else if (unit === QUOTE) place = 'in-string';
    else if (unit === COMMA) parts += 1;
    else if (OPENING.has(unit)) depth += 1;
    else if (CLOSING.has(unit)) depth -= 1;
    if (depth > DEPTH_MAX) throw new AppError('backup-unknown');
    if (parts > PARTS_MAX) throw new AppError('backup-too-large');
  }
}
