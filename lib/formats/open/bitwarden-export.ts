import type { Argon2idCost } from '../../crypto/argon2id.ts';
import {
  type Bytes,
  concat,
  equalBytes,
  findUtf8,
  sha256,
  utf8,
  wipe,
} from '../../crypto/bytes.ts';
import {
  checkForeignArgon2id,
  checkForeignPbkdf2,
  deriveForeignArgon2id,
  deriveForeignPbkdf2,
} from '../../crypto/foreign-kdf.ts';
import { fieldOf, textOf } from '../parse/json.ts';
import { FileRefusal } from '../parse/refusal.ts';
import { findCbcOpened, findLooseBase64 } from './ciphers.ts';
import { checkedCost, memoryMibOf, orRefusal } from './kdf.ts';

const KEY_BYTES = 32;
const KDF = { pbkdf2: 0, argon2id: 1 } as const;

interface EncString {
  readonly iv: Bytes;
  readonly ciphertext: Bytes;
  readonly mac: Bytes;
}

interface Keys {
  readonly encryption: Bytes;
  readonly mac: Bytes;
}

/** An export under a password of its own; both strings and the cost are checked before the password is asked for. */
export async function findBitwardenOpened(
  json: unknown,
  password: string | undefined,
): Promise<'needs-password' | 'wrong-password' | { readonly text: string }> {
  const validation = readEncString(textOf(json, 'encKeyValidation_DO_NOT_EDIT'));
  const data = readEncString(textOf(json, 'data'));
  checkedCost(() => checkSourceCost(json));
  if (password === undefined) return 'needs-password';
  const source = await orRefusal(deriveSource(json, password));
  const keys = { encryption: await expand(source, 'enc'), mac: await expand(source, 'mac') };
  wipe(source);
  if ((await findOpened(keys, validation)) === undefined) return 'wrong-password';
  const opened = await findOpened(keys, data);
  wipe(keys.encryption, keys.mac);
  const text = opened && findUtf8(opened);
  if (text === undefined) throw new FileRefusal('damaged');
  return { text };
}

function checkSourceCost(json: unknown): void {
  switch (fieldOf(json, 'kdfType')) {
    case KDF.pbkdf2:
      return checkForeignPbkdf2(numberOf(json, 'kdfIterations'));
    case KDF.argon2id:
      return checkForeignArgon2id(argon2idCostOf(json));
    default:
      throw new FileRefusal('unsupported-version');
  }
}

async function deriveSource(json: unknown, password: string): Promise<Bytes> {
  // The salt is the base64 text itself, not what it encodes.
  const salt = utf8(textOf(json, 'salt'));
  const iterations = numberOf(json, 'kdfIterations');
  if (fieldOf(json, 'kdfType') === KDF.argon2id) {
    return deriveForeignArgon2id(password, await sha256(salt), argon2idCostOf(json), KEY_BYTES);
  }
  const cost = { iterations, length: KEY_BYTES };
  return deriveForeignPbkdf2(password, salt, 'SHA-256', cost);
}

/** The memory, MiB, that its key takes. Throws FileRefusal when no real export costs as much. */
export function bitwardenMemoryMib(json: unknown): number | undefined {
  return fieldOf(json, 'kdfType') === KDF.argon2id ? memoryMibOf(argon2idCostOf(json)) : undefined;
}

function argon2idCostOf(json: unknown): Argon2idCost {
  return {
    memoryKib: numberOf(json, 'kdfMemory') * 1024,
    iterations: numberOf(json, 'kdfIterations'),
    parallelism: numberOf(json, 'kdfParallelism'),
  };
}

function numberOf(json: unknown, name: string): number {
  const value = fieldOf(json, name);
  if (typeof value !== 'number') throw new FileRefusal('damaged');
  return value;
}

/** HKDF-Expand (RFC 5869 section 2.3) of one block, without the Extract that WebCrypto would do first. */
async function expand(source: Bytes, info: string): Promise<Bytes> {
  return hmacSha256(source, concat(utf8(info), Uint8Array.of(1)));
}

async function hmacSha256(key: Bytes, message: Bytes): Promise<Bytes> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, message));
}

/** '2.' is AES-256-CBC with HMAC-SHA256, the only kind in such an export. */
function readEncString(text: string): EncString {
  const parts = /^2\.([^|]+)\|([^|]+)\|([^|]+)$/u.exec(text);
  const [iv, ciphertext, mac] = (parts ?? []).slice(1).map((part) => findLooseBase64(part));
  const isWhole = iv && ciphertext && mac;
  if (!isWhole || iv.length !== 16 || mac.length !== 32) throw new FileRefusal('damaged');
  return { iv, ciphertext, mac };
}

async function findOpened(keys: Keys, sealed: EncString): Promise<Bytes | undefined> {
  const mac = await hmacSha256(keys.mac, concat(sealed.iv, sealed.ciphertext));
  if (!equalBytes(mac, sealed.mac)) return undefined;
  return findCbcOpened(keys.encryption, sealed.iv, sealed.ciphertext);
}
