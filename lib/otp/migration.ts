/**
 * otpauth-migration://offline?data=…, one code of an export of Google
 * Authenticator: a protocol buffer without a published schema. Field numbers
 * were read off real exports: their version means nothing to a reader, batch_id
 * may be absent, and newer apps write an unknown field 8, a text of 19
 * characters that is the same in all codes of one export. What stands in an
 * account is read by lib/formats/parse/google-payload.ts.
 */
import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { findAnyBase64 } from '../base64.ts';
import { AppError } from '../errors.ts';

/** 10,000 accounts, at the ten of one code, are a tenth of this: more is a trap for whoever waits for the rest. */
const MAX_CODES = 10_000;

/** One code of an export. */
export interface MigrationCode {
  /** The messages of its accounts, unread: secrets stand in them. */
  readonly accounts: readonly Uint8Array[];
  /** How many codes make up the export, and which of them this is, from 0. */
  readonly size: number;
  readonly index: number;
  /** The same in all codes of one export; absent where the app wrote none. */
  readonly exportId?: string;
}

/** Throws 'uri-malformed' where nothing of the code can be read. */
export function parseMigrationUri(uri: string): MigrationCode {
  const data = /[?&]data=([^&#]*)/iu.exec(uri)?.[1];
  const bytes = data === undefined ? undefined : decodeData(data);
  if (bytes === undefined) throw new AppError('uri-malformed');
  try {
    return readPayload(bytes);
  } catch {
    // The reader of the buffer throws what it likes at a truncated one, and quotes it, secrets included.
    throw new AppError('uri-malformed');
  }
}

/** The numbers, from 1, of the codes of the last one's export that are not among these. */
export function missingCodes(codes: readonly MigrationCode[]): readonly number[] {
  const last = codes.at(-1);
  const seen = new Set(
    codes
      .filter(({ size, exportId }) => size === last?.size && exportId === last.exportId)
      .map(({ index }) => index),
  );
  return Array.from({ length: last?.size ?? 0 }, (_code, index) => index + 1).filter(
    (number) => !seen.has(number - 1),
  );
}

/** Base64 or base64url, escaped or bare: whoever copied it may have turned each '+' into a space. */
function decodeData(text: string): Uint8Array<ArrayBuffer> | undefined {
  const plain = text
    .trim()
    .replaceAll(/%([0-9a-f]{2})/giu, (_escape, pair: string) =>
      String.fromCharCode(Number.parseInt(pair, 16)),
    )
    .trim()
    .replaceAll(/[\r\n\t]/gu, '')
    .replaceAll(' ', '+');
  return findAnyBase64(plain);
}

function readPayload(bytes: Uint8Array<ArrayBuffer>): MigrationCode {
  const accounts: Uint8Array[] = [];
  let size = 1;
  let index = 0;
  let batchId: string | undefined;
  let text: string | undefined;
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [field, wire] = reader.tag();
    if (field === 1 && wire === WireType.LengthDelimited) accounts.push(reader.bytes());
    else if (field === 3 && wire === WireType.Varint) size = reader.int32();
    else if (field === 4 && wire === WireType.Varint) index = reader.int32();
    else if (field === 5 && wire === WireType.Varint) batchId = `batch ${reader.int32()}`;
    else if (field === 8 && wire === WireType.LengthDelimited) {
      text = new TextDecoder().decode(reader.bytes());
    } else reader.skip(wire, field);
  }
  // Numbers that cannot be cost only the word about what is missing, never an account.
  const isPart = size > 1 && size <= MAX_CODES && index >= 0 && index < size;
  const exportId = text ?? batchId;
  return {
    accounts,
    size: isPart ? size : 1,
    index: isPart ? index : 0,
    ...(exportId === undefined ? {} : { exportId }),
  };
}
