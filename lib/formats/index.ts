import { IMPORT_FILE_BYTES_MAX } from '../limits.ts';
import { aegis } from './aegis.ts';
import { readArchive } from './open/archive.ts';
import { andotp } from './andotp.ts';
import { authenticatorExtension } from './authenticator-extension.ts';
import { bitwarden } from './bitwarden.ts';
import { duo } from './duo.ts';
import { ente } from './ente.ts';
import type { FileAnswer, Format, FormatInput } from './format.ts';
import { freeotpPlus } from './freeotp-plus.ts';
import { lastpass } from './lastpass.ts';
import { findCodesRead, otpauthList } from './otpauth-list.ts';
import { ImportFile } from './parse/import-file.ts';
import { FileRefusal } from './parse/refusal.ts';
import { passwordCsv } from './password-csv.ts';
import { passwordJson } from './password-json.ts';
import { proton } from './proton.ts';
import { raivo } from './raivo.ts';
import { steam } from './steam.ts';
import { stratum } from './stratum.ts';
import { twoFas } from './two-fas.ts';
import { twoFauth } from './two-fauth.ts';
import { unreadable } from './unreadable.ts';

/** Each claims its own files and no other's, so the order says nothing. */
export const formats: readonly Format[] = [
  aegis,
  andotp,
  authenticatorExtension,
  bitwarden,
  duo,
  ente,
  freeotpPlus,
  lastpass,
  otpauthList,
  passwordCsv,
  passwordJson,
  proton,
  raivo,
  steam,
  stratum,
  twoFas,
  twoFauth,
  unreadable,
];

/** The most entries that are taken from one file: ten times as many as anyone is known to have. */
const MAX_ENTRIES = 100_000;

/**
 * What is in a file, told by its content alone. Deriving a key can take half a
 * minute and a gigabyte of memory (Ente's strongest setting): not for a thread
 * that draws. The bytes stay the caller's.
 */
export async function readImport(
  bytes: Uint8Array<ArrayBuffer>,
  password?: string,
): Promise<FileAnswer> {
  try {
    return await readFile(bytes, password === '' ? undefined : password);
  } catch (thrown) {
    if (!(thrown instanceof FileRefusal)) throw thrown;
    const { reason, app, memoryMib } = thrown;
    const named = app === undefined ? {} : { app };
    return { kind: 'refused', reason, ...named, ...(memoryMib === undefined ? {} : { memoryMib }) };
  }
}

/** What is in the texts of QR codes that one picture shows. */
export async function readTexts(texts: readonly string[]): Promise<FileAnswer> {
  try {
    const read = findCodesRead(texts);
    if (read) return { kind: 'read', app: otpauthList.app, ...read };
  } catch (thrown) {
    if (!(thrown instanceof FileRefusal)) throw thrown;
    return { kind: 'refused', reason: thrown.reason };
  }
  return readImport(new TextEncoder().encode(texts.join('\n')));
}

async function readFile(
  bytes: Uint8Array<ArrayBuffer>,
  password: string | undefined,
): Promise<FileAnswer> {
  if (bytes.length > IMPORT_FILE_BYTES_MAX) throw new FileRefusal('too-large');
  const file = new ImportFile(bytes);
  if (bytes.length === 0 || file.text?.trim() === '') throw new FileRefusal('empty');
  if (file.kind === 'picture') return { kind: 'picture' };
  if (file.kind === 'zip') return readArchive(bytes, password, readImport);
  const format = formats.find((one) => one.claims(file));
  if (!format) throw new FileRefusal(isNothing(file.json) ? 'no-accounts' : 'unknown-format');
  const { app } = format;
  try {
    const answer = await format.read(file, password);
    if (typeof answer === 'string') return { kind: answer, app, ...needsOf(format, file) };
    const { entries, parts } = 'parts' in answer ? answer : { entries: answer, parts: [] };
    if (entries.length > MAX_ENTRIES) throw new FileRefusal('too-large');
    return { kind: 'read', app, entries, parts };
  } catch (thrown) {
    if (!(thrown instanceof FileRefusal) || thrown.app !== undefined || app === '') throw thrown;
    const { reason } = thrown;
    const needs = reason === 'not-enough-memory' ? needsOf(format, file) : {};
    throw new FileRefusal(reason, app, needs.memoryMib);
  }
}

/** What it takes to open a locked file, as far as the file says it. */
function needsOf(format: Format, file: FormatInput): { readonly memoryMib?: number } {
  const memoryMib = format.memoryMib?.(file);
  return memoryMib === undefined ? {} : { memoryMib };
}

/** An export of no account is often nothing but its brackets. */
function isNothing(json: unknown): boolean {
  return typeof json === 'object' && json !== null && Object.keys(json).length === 0;
}
