/**
 * ZIP archives (PKWARE's APPNOTE 6.3), read by their central directory, with
 * the AES encryption that WinZip specified (AE-1 and AE-2): the form in which
 * Raivo exports, and which Windows and macOS cannot unpack by themselves.
 */
import { ecb } from '@noble/ciphers/aes.js';
import { type Bytes, equalBytes } from '../../crypto/bytes.ts';
import { deriveForeignPbkdf2 } from '../../crypto/foreign-kdf.ts';
import { FileRefusal } from '../parse/refusal.ts';
import { inflate } from './inflate.ts';

const MAX_ENTRIES = 1000;
const END_BYTES = 22;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const SIGNATURES = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
const METHODS = { stored: 0, deflated: 8, aes: 99 } as const;
const AES_EXTRA = 0x9901;
/** WinZip's specification fixes both. */
const AES = { iterations: 1000, verifierBytes: 2, macBytes: 10 } as const;

export interface ZipEntry {
  readonly name: string;
  readonly encryption: 'none' | 'aes' | 'other';
  /** Bytes as the directory claims them: a claim, checked again while unpacking. */
  readonly size: number;
  readonly method: number;
  /** 1 to 3 for 128, 192 and 256 bits; only with 'aes'. */
  readonly strength: number;
  readonly stored: Bytes;
}

/** Throws FileRefusal 'damaged' or 'too-large'. */
export function readZip(bytes: Bytes): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = findEnd(view);
    const count = view.getUint16(end + 10, true);
    if (count > MAX_ENTRIES) throw new FileRefusal('too-large');
    const entries: ZipEntry[] = [];
    let at = view.getUint32(end + 16, true);
    for (let number = 0; number < count; number++) {
      if (view.getUint32(at, true) !== SIGNATURES.central) throw new FileRefusal('damaged');
      entries.push(readEntry(bytes, view, at));
      const variable = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
      at += variable.reduce((sum, length) => sum + length, CENTRAL_BYTES);
    }
    return entries;
  } catch (thrown) {
    // DataView's word for a place outside the file.
    if (thrown instanceof RangeError) throw new FileRefusal('damaged');
    throw thrown;
  }
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) === SIGNATURES.end) return at;
  }
  throw new FileRefusal('damaged');
}

function readEntry(bytes: Bytes, view: DataView, at: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const nameLength = view.getUint16(at + 28, true);
  const name = bytes.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameLength);
  const local = view.getUint32(at + 42, true);
  if (view.getUint32(local, true) !== SIGNATURES.local) throw new FileRefusal('damaged');
  const start =
    local + LOCAL_BYTES + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const length = view.getUint32(at + 20, true);
  if (start + length > bytes.length) throw new FileRefusal('damaged');
  const aes =
    method === METHODS.aes ? findAesExtra(view, at + CENTRAL_BYTES + nameLength, at) : undefined;
  const isEncrypted = (flags & 1) === 1;
  return {
    name: new TextDecoder().decode(name),
    encryption: isEncrypted ? (aes ? 'aes' : 'other') : 'none',
    size: view.getUint32(at + 24, true),
    method: aes?.method ?? method,
    strength: aes?.strength ?? 0,
    // A view: a thousand entries may claim the same ten megabytes.
    stored: bytes.subarray(start, start + length),
  };
}

function findAesExtra(
  view: DataView,
  start: number,
  central: number,
): { readonly method: number; readonly strength: number } | undefined {
  const end = start + view.getUint16(central + 30, true);
  let at = start;
  while (at + 4 <= end) {
    if (view.getUint16(at, true) === AES_EXTRA) {
      return { strength: view.getUint8(at + 8), method: view.getUint16(at + 9, true) };
    }
    at += 4 + view.getUint16(at + 2, true);
  }
  return undefined;
}

/** The bytes of an entry, at most `limit`; undefined when the password is another. */
export async function findUnzipped(
  entry: ZipEntry,
  limit: number,
  password: string,
): Promise<Bytes | undefined> {
  if (entry.size > limit) throw new FileRefusal('too-large');
  const compressed =
    entry.encryption === 'aes' ? await findDecrypted(entry, password) : entry.stored;
  if (compressed === undefined) return undefined;
  if (entry.method === METHODS.stored) return compressed;
  if (entry.method !== METHODS.deflated) throw new FileRefusal('unsupported-format');
  return inflate(compressed, limit);
}

/** Salt ‖ verifier ‖ ciphertext ‖ the first 10 bytes of its HMAC-SHA1. */
async function findDecrypted(entry: ZipEntry, password: string): Promise<Bytes | undefined> {
  const keyBytes = 8 + entry.strength * 8;
  const saltBytes = keyBytes / 2;
  if (![1, 2, 3].includes(entry.strength)) throw new FileRefusal('damaged');
  const { stored } = entry;
  const head = saltBytes + AES.verifierBytes;
  if (stored.length < head + AES.macBytes) throw new FileRefusal('damaged');
  const derived = await deriveForeignPbkdf2(password, stored.slice(0, saltBytes), 'SHA-1', {
    iterations: AES.iterations,
    length: 2 * keyBytes + AES.verifierBytes,
  });
  if (!equalBytes(derived.slice(2 * keyBytes), stored.slice(saltBytes, head))) return undefined;
  const ciphertext = stored.slice(head, -AES.macBytes);
  const macKey = derived.slice(keyBytes, 2 * keyBytes);
  const algorithm = { name: 'HMAC', hash: 'SHA-1' };
  const key = await crypto.subtle.importKey('raw', macKey, algorithm, false, ['sign']);
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, ciphertext));
  if (!equalBytes(mac.slice(0, AES.macBytes), stored.slice(-AES.macBytes))) {
    // One wrong password in 65,536 has the right verifier, too.
    return undefined;
  }
  return decryptCounterMode(derived.slice(0, keyBytes), ciphertext);
}

/** AES in counter mode with WinZip's little-endian counter from 1, which WebCrypto's big-endian one cannot be. */
function decryptCounterMode(key: Bytes, ciphertext: Bytes): Bytes {
  const blocks = Math.ceil(ciphertext.length / 16);
  const counters = new Uint8Array(blocks * 16);
  const view = new DataView(counters.buffer);
  for (let block = 0; block < blocks; block++) view.setUint32(block * 16, block + 1, true);
  const stream = ecb(key, { disablePadding: true }).encrypt(counters);
  return ciphertext.map((byte, at) => byte ^ (stream[at] ?? 0));
}
