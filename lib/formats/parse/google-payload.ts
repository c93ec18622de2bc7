/** The accounts of an export of Google Authenticator; lib/otp/migration.ts says what the rest of a code is. */
import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { decodeAnyText } from '../../otp/any-text.ts';
import { parseMigrationUri } from '../../otp/migration.ts';
import type { ExportPart, ImportEntry } from '../format.ts';
import { entryOf, type RawAccount } from './entry.ts';
import { EntryRefusal } from './refusal.ts';
import { getSecret } from './secret.ts';

/** Throws EntryRefusal 'damaged' where nothing of the code can be read. */
export function parseExportPart(uri: string, line?: number): ExportPart {
  try {
    const { accounts, ...part } = parseMigrationUri(uri);
    return { ...part, entries: accounts.map((bytes) => readEntry(bytes, line)) };
  } catch (thrown) {
    if (thrown instanceof EntryRefusal) throw thrown;
    // The reader of the buffer throws what it likes at a truncated one.
    throw new EntryRefusal('damaged');
  }
}

interface Fields {
  secret: Uint8Array<ArrayBuffer>;
  name: string;
  issuer: string;
  algorithm: number;
  digits: number;
  type: number;
  counter: number;
}

function readEntry(bytes: Uint8Array, line: number | undefined): ImportEntry {
  const fields = readFields(bytes);
  const names = splitNames(fields.issuer, fields.name);
  return entryOf({ ...names, line }, () => {
    if (fields.secret.length === 0) throw new EntryRefusal('missing-secret');
    return {
      ...names,
      type: typeOf(fields.type),
      secret: getSecret(fields.secret),
      algorithm: algorithmOf(fields.algorithm),
      digits: digitsOf(fields.digits),
      counter: fields.counter,
    };
  });
}

function readFields(bytes: Uint8Array): Fields {
  const fields: Fields = {
    secret: new Uint8Array(),
    name: '',
    issuer: '',
    algorithm: 0,
    digits: 0,
    type: 0,
    counter: 0,
  };
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [field, wire] = reader.tag();
    const isBytes = wire === WireType.LengthDelimited;
    const isNumber = wire === WireType.Varint;
    if (field === 1 && isBytes) fields.secret = new Uint8Array(reader.bytes());
    else if (field === 2 && isBytes) fields.name = decodeAnyText(reader.bytes());
    else if (field === 3 && isBytes) fields.issuer = decodeAnyText(reader.bytes());
    else if (field === 4 && isNumber) fields.algorithm = reader.int32();
    else if (field === 5 && isNumber) fields.digits = reader.int32();
    else if (field === 6 && isNumber) fields.type = reader.int32();
    else if (field === 7 && isNumber) fields.counter = Number(reader.int64());
    else reader.skip(wire, field);
  }
  return fields;
}

/** 0 is 'not said', 1 is HOTP, 2 is TOTP. */
function typeOf(type: number): RawAccount['type'] {
  if (type === 1) return 'hotp';
  if (type === 0 || type === 2) return 'totp';
  throw new EntryRefusal('unsupported-type');
}

/** 0 is 'not said'; 4 is MD5. */
function algorithmOf(algorithm: number): string {
  const name = ['SHA1', 'SHA1', 'SHA256', 'SHA512'][algorithm];
  if (name === undefined) throw new EntryRefusal('unsupported-algorithm');
  return name;
}

/** 0 is 'not said', 1 is six, 2 is eight. */
function digitsOf(digits: number): number {
  if (digits === 0 || digits === 1) return 6;
  if (digits === 2) return 8;
  throw new EntryRefusal('unsupported-digits');
}

/** The name often repeats the issuer, or alone has it; a prefix that is not the issuer stays. */
function splitNames(issuer: string, name: string): { issuer: string; label: string } {
  const colon = name.indexOf(':');
  if (colon < 0) return { issuer, label: name };
  if (issuer.trim() === '') {
    return { issuer: name.slice(0, colon), label: name.slice(colon + 1) };
  }
  // Lower case may be longer: 'İ' becomes two units.
  const prefix = name.slice(0, issuer.length);
  const repeats =
    name.charAt(issuer.length) === ':' && prefix.toLowerCase() === issuer.toLowerCase();
  return { issuer, label: repeats ? name.slice(issuer.length + 1) : name };
}
