/**
 * otpauth-migration://offline?data=..., the export of Google Authenticator: a
 * protocol buffer without a published schema. Field numbers were read off real
 * exports: their `version` is 1 or 2 and means nothing to a reader, batch_id
 * may be absent, and an unknown field 8 occurs. Hence unknown fields are skipped,
 * and neither version nor batch_id is relied on.
 */
import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { findAnyBase64 } from '../base64.ts';
import { AppError, errorCodeOf, type ErrorCode } from '../errors.ts';
import type { Algorithm, NewAccount } from './account.ts';
import { checkKey } from './key.ts';
import { getName, printableName } from './name.ts';

/**
 * The longest URI that is read, in characters: twice what one QR can hold,
 * because the data is percent-encoded.
 */
const MAX_URI = 8192;

/** The period of every account: Google Authenticator knows no other. */
const PERIOD_SECONDS = 30;

const ALGORITHMS: ReadonlyMap<number, Algorithm> = new Map([
  [0, 'SHA-1'],
  [1, 'SHA-1'],
  [2, 'SHA-256'],
  [3, 'SHA-512'],
]);

/** One account of an export, or why it cannot be taken over. */
export type MigrationEntry =
  | { readonly kind: 'account'; readonly account: NewAccount }
  | {
      readonly kind: 'refused';
      readonly issuer: string;
      readonly label: string;
      readonly code: ErrorCode;
    };

/** What one QR of an export holds. */
export interface MigrationPart {
  readonly entries: readonly MigrationEntry[];
  /** How many QRs make up the export, and which this is, from 0. */
  readonly batchSize: number;
  readonly batchIndex: number;
  /** The same in all QRs of one export; 0 where it is absent. */
  readonly batchId: number;
}

/**
 * Reads one QR of an export. An account that cannot be kept (MD5, forbidden
 * name) is named with its reason; the others are not lost by it.
 * Throws 'uri-too-long', 'uri-not-otpauth' or 'uri-malformed'.
 */
export function parseMigrationUri(text: string): MigrationPart {
  if (text.length > MAX_URI) throw new AppError('uri-too-long');
  const match = /^otpauth-migration:\/\/offline\/?\?(?:[^#]*&)?data=([^&#]+)/iu.exec(text.trim());
  if (match === null) throw new AppError('uri-not-otpauth');
  try {
    return readPayload(decodeBase64(decodeURIComponent(match[1] ?? '')));
  } catch {
    // The error of the protobuf reader quotes what it read, which may be a secret.
    throw new AppError('uri-malformed');
  }
}

/** An export put together from its QRs, as far as they were seen. */
export interface JoinedMigration {
  readonly entries: readonly MigrationEntry[];
  /** Numbers, from 1, of the QRs not seen yet. */
  readonly missing: readonly number[];
  /** How many QRs it has in all. */
  readonly batchSize: number;
  /** Tells exports in several QRs apart, as well as they can be; absent for a single QR. */
  readonly exportId?: string;
}

/**
 * Joins the QRs of one export in their order, each once, however often it was
 * scanned. Parts of another export than the last one scanned are left out: the
 * user began anew.
 */
export function joinBatches(parts: readonly MigrationPart[]): JoinedMigration {
  const last = parts.at(-1);
  if (last === undefined) return { entries: [], missing: [], batchSize: 0 };
  const byIndex = new Map<number, MigrationPart>();
  for (const part of parts) {
    if (part.batchSize !== last.batchSize || part.batchId !== last.batchId) continue;
    byIndex.set(part.batchIndex, part);
  }
  const indexes = Array.from({ length: last.batchSize }, (_part, index) => index);
  return {
    entries: indexes.flatMap((index) => byIndex.get(index)?.entries ?? []),
    missing: indexes.filter((index) => !byIndex.has(index)).map((index) => index + 1),
    batchSize: last.batchSize,
    ...(last.batchSize > 1 ? { exportId: `${last.batchSize}-${last.batchId}` } : {}),
  };
}

function readPayload(bytes: Uint8Array<ArrayBuffer>): MigrationPart {
  const entries: MigrationEntry[] = [];
  let batchSize = 1;
  let batchIndex = 0;
  let batchId = 0;
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [field, wire] = reader.tag();
    if (field === 1 && wire === WireType.LengthDelimited) entries.push(readEntry(reader.bytes()));
    else if (field === 3 && wire === WireType.Varint) batchSize = reader.int32();
    else if (field === 4 && wire === WireType.Varint) batchIndex = reader.int32();
    else if (field === 5 && wire === WireType.Varint) batchId = reader.int32();
    else reader.skip(wire, field);
  }
  // A thousand QRs hold ten thousand accounts. A far larger number would have the user wait for
  // QRs that never come.
  const size = Math.max(1, batchSize);
  if (size > 10_000 || batchIndex < 0 || batchIndex >= size) throw new AppError('uri-malformed');
  return { entries, batchSize: size, batchIndex, batchId };
}

function readEntry(bytes: Uint8Array): MigrationEntry {
  let secret = new Uint8Array();
  let name = '';
  let issuer = '';
  let algorithm = 0;
  let digits = 0;
  let type = 0;
  let counter = 0;
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [field, wire] = reader.tag();
    if (field === 1 && wire === WireType.LengthDelimited) secret = new Uint8Array(reader.bytes());
    else if (field === 2 && wire === WireType.LengthDelimited) name = decodeUtf8(reader.bytes());
    else if (field === 3 && wire === WireType.LengthDelimited) issuer = decodeUtf8(reader.bytes());
    else if (field === 4 && wire === WireType.Varint) algorithm = reader.int32();
    else if (field === 5 && wire === WireType.Varint) digits = reader.int32();
    else if (field === 6 && wire === WireType.Varint) type = reader.int32();
    else if (field === 7 && wire === WireType.Varint) counter = Number(reader.int64());
    else reader.skip(wire, field);
  }
  const names = splitNames(issuer, name);
  try {
    const known = ALGORITHMS.get(algorithm);
    if (known === undefined) throw new AppError('algorithm-unsupported');
    const parameters = { algorithm: known, digits: getDigits(digits) };
    const key = checkKey({ ...getKind(type, counter), ...parameters, secret });
    const account = { ...key, issuer: getName(names.issuer), label: getName(names.label) };
    return { kind: 'account', account };
  } catch (error) {
    secret.fill(0);
    return {
      kind: 'refused',
      issuer: printableName(names.issuer),
      label: printableName(names.label),
      code: errorCodeOf(error),
    };
  }
}

/** 0 is 'not said', 1 is HOTP, 2 is TOTP, which has 30 s always. */
function getKind(
  type: number,
  counter: number,
): { type: 'hotp'; counter: number } | { type: 'totp'; periodSeconds: number } {
  if (type === 1) return { type: 'hotp', counter };
  if (type === 0 || type === 2) return { type: 'totp', periodSeconds: PERIOD_SECONDS };
  throw new AppError('otp-type-unsupported');
}

/** The number of digits that a field of the export means: 0 says nothing, 1 is six, 2 is eight. */
function getDigits(code: number): number {
  if (code === 0 || code === 1) return 6;
  if (code === 2) return 8;
  throw new AppError('digits-unsupported');
}

/**
 * The name often repeats the issuer, or alone has it, as a label of an otpauth
 * URI does; a prefix that is not the issuer stays ([Note: Two issuers in one URI]).
 */
function splitNames(issuer: string, name: string): { issuer: string; label: string } {
  const colon = name.indexOf(':');
  if (colon < 0) return { issuer, label: name };
  if (issuer === '') return { issuer: name.slice(0, colon), label: name.slice(colon + 1) };
  const prefix = `${issuer}:`.toLowerCase();
  const repeats = name.toLowerCase().startsWith(prefix);
  return { issuer, label: repeats ? name.slice(prefix.length) : name };
}

/**
 * Decodes a name. Bytes that are no UTF-8 become U+FFFD: a spoilt name must
 * cost the user neither this account nor the others.
 */
function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/**
 * Decodes base64 or base64url, with or without padding. A space was a plus sign
 * before a QR reader decoded the text as form data.
 */
function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const bytes = findAnyBase64(text.replaceAll(/[\r\n]/gu, '').replaceAll(' ', '+'));
  if (!bytes) throw new AppError('uri-malformed');
  return bytes;
}
