/**
 * The export of Google Authenticator: otpauth-migration://offline?data=…, a
 * protocol buffer without a published schema, in codes of at most ten accounts
 * (lib/formats/parse/google-payload.ts has its fields).
 */
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { toBase64 } from '../../base64.ts';
import type { Account, NewAccount } from '../../otp/account.ts';

/** As many as Google's own app puts into one code. */
const MAX_ACCOUNTS = 10;
/** Beyond this a phone has trouble with the code. One account alone may be longer, and still fits a QR code. */
const MAX_URI = 1500;

const VERSION = 1;
const ALGORITHMS = { 'SHA-1': 1, 'SHA-256': 2, 'SHA-512': 3 } as const;
const DIGITS: ReadonlyMap<number, number> = new Map([
  [6, 1],
  [8, 2],
]);
const HOTP = 1;
const TOTP = 2;
/** The format says no period. */
const PERIOD_SECONDS = 30;

interface GoogleCode {
  readonly accounts: readonly Account[];
  readonly uri: string;
}

interface GoogleExport {
  readonly codes: readonly GoogleCode[];
  /** What the format cannot say: Steam, other periods, other numbers of digits. */
  readonly unsupported: readonly Account[];
}

/** `batchId`: the same in all codes of an export, and another in each export. */
export function writeGoogleCodes(accounts: readonly Account[], batchId: number): GoogleExport {
  const supported = accounts.filter((account) => isSupported(account));
  const groups: Account[][] = [];
  for (const account of supported) {
    const last = groups.at(-1);
    if (last && last.length < MAX_ACCOUNTS && fits([...last, account])) last.push(account);
    else groups.push([account]);
  }
  const codes = groups.map((group, index) => ({
    accounts: group,
    uri: uriOf(group, { size: groups.length, index, id: batchId }),
  }));
  return { codes, unsupported: accounts.filter((account) => !isSupported(account)) };
}

function isSupported(account: NewAccount): boolean {
  if (!DIGITS.has(account.digits)) return false;
  return (
    account.type === 'hotp' || (account.type === 'totp' && account.periodSeconds === PERIOD_SECONDS)
  );
}

function fits(accounts: readonly Account[]): boolean {
  // The longest numbers that a batch may have.
  return uriOf(accounts, { size: 1000, index: 999, id: 2 ** 31 - 1 }).length <= MAX_URI;
}

interface Batch {
  readonly size: number;
  readonly index: number;
  readonly id: number;
}

function uriOf(accounts: readonly Account[], batch: Batch): string {
  const writer = new BinaryWriter();
  for (const account of accounts) {
    writer.tag(1, WireType.LengthDelimited).bytes(parametersOf(account));
  }
  writer.tag(2, WireType.Varint).int32(VERSION);
  writer.tag(3, WireType.Varint).int32(batch.size);
  writer.tag(4, WireType.Varint).int32(batch.index);
  writer.tag(5, WireType.Varint).int32(batch.id);
  return `otpauth-migration://offline?data=${encodeURIComponent(toBase64(writer.finish()))}`;
}

function parametersOf(account: Account): Uint8Array {
  const writer = new BinaryWriter();
  writer.tag(1, WireType.LengthDelimited).bytes(account.secret);
  writer.tag(2, WireType.LengthDelimited).string(nameOf(account));
  writer.tag(3, WireType.LengthDelimited).string(account.issuer);
  writer.tag(4, WireType.Varint).int32(ALGORITHMS[account.algorithm]);
  writer.tag(5, WireType.Varint).int32(DIGITS.get(account.digits) ?? 0);
  writer.tag(6, WireType.Varint).int32(account.type === 'hotp' ? HOTP : TOTP);
  if (account.type === 'hotp') writer.tag(7, WireType.Varint).int64(account.counter);
  return writer.finish();
}

/** Readers take what stands before a colon for the issuer: said once more, it does not swallow a part of the label. */
function nameOf({ issuer, label }: NewAccount): string {
  return label.includes(':') ? `${issuer}:${label}` : label;
}
