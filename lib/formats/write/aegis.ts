/**
 * The vault of Aegis (docs/vault.md in its repository), which most other
 * authenticators read too. Every kind of account fits, with note, tags and pin.
 */
import { toBase64 } from '../../base64.ts';
import { NONCE_BYTES, seal } from '../../crypto/aead.ts';
import { type Bytes, type RandomBytes, utf8, wipe } from '../../crypto/bytes.ts';
import { deriveForeignScrypt } from '../../crypto/foreign-kdf.ts';
import type { Account } from '../../otp/account.ts';
import { encodeBase32 } from '../../otp/base32.ts';

const TAG_BYTES = 16;
const KEY_BYTES = 32;
const SALT_BYTES = 32;
const PASSWORD_SLOT = 1;
/** What Aegis itself takes; others read no other cost. */
const SCRYPT = { costFactor: 32_768, blockSize: 8, parallelism: 1 } as const;

interface Sealed {
  readonly ciphertext: Bytes;
  readonly params: { readonly nonce: string; readonly tag: string };
}

/** Readable by whoever has the file. */
export function writeAegis(accounts: readonly Account[], randomBytes: RandomBytes): string {
  return fileOf({ slots: null, params: null }, databaseOf(accounts, randomBytes));
}

/** The same, encrypted with a passphrase of its own. Nothing of our vault's keys is in it. */
export async function writeEncryptedAegis(
  accounts: readonly Account[],
  passphrase: string,
  randomBytes: RandomBytes,
): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const secret = utf8(passphrase);
  const key = await deriveForeignScrypt(secret, salt, SCRYPT);
  const masterKey = randomBytes(KEY_BYTES);
  const plaintext = utf8(JSON.stringify(databaseOf(accounts, randomBytes)));
  try {
    const wrapped = await sealWith(key, masterKey, randomBytes);
    const database = await sealWith(masterKey, plaintext, randomBytes);
    const slot = {
      type: PASSWORD_SLOT,
      uuid: newUuid(randomBytes),
      key: toHex(wrapped.ciphertext),
      key_params: wrapped.params,
      n: SCRYPT.costFactor,
      r: SCRYPT.blockSize,
      p: SCRYPT.parallelism,
      salt: toHex(salt),
      // Its password is turned into bytes as UTF-8, which Aegis once did another way.
      repaired: true,
      is_backup: false,
    };
    return fileOf({ slots: [slot], params: database.params }, toBase64(database.ciphertext));
  } finally {
    wipe(secret, key, masterKey, plaintext);
  }
}

function fileOf(header: object, database: unknown): string {
  return JSON.stringify({ version: 1, header, db: database }, undefined, 4);
}

function databaseOf(accounts: readonly Account[], randomBytes: RandomBytes): object {
  const tags = [...new Set(accounts.flatMap((account) => account.tags))];
  const groups = new Map(tags.map((tag) => [tag, newUuid(randomBytes)]));
  return {
    version: 3,
    entries: accounts.map((account) => ({
      type: account.type,
      uuid: newUuid(randomBytes),
      name: account.label,
      issuer: account.issuer,
      note: account.note,
      favorite: account.pinned === 'pinned',
      icon: null,
      info: {
        secret: encodeBase32(account.secret),
        algo: account.algorithm.replace('-', ''),
        digits: account.digits,
        ...(account.type === 'hotp'
          ? { counter: account.counter }
          : { period: account.periodSeconds }),
      },
      groups: account.tags.map((tag) => groups.get(tag)),
    })),
    groups: [...groups].map(([name, uuid]) => ({ uuid, name })),
    icons_optimized: true,
  };
}

async function sealWith(key: Bytes, plaintext: Bytes, randomBytes: RandomBytes): Promise<Sealed> {
  const aes = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt']);
  const nonce = randomBytes(NONCE_BYTES);
  const sealed = (await seal(aes, nonce, plaintext, new Uint8Array())).subarray(NONCE_BYTES);
  const ciphertext = sealed.slice(0, -TAG_BYTES);
  return { ciphertext, params: { nonce: toHex(nonce), tag: toHex(sealed.slice(-TAG_BYTES)) } };
}

/** RFC 9562 section 5.4. */
function newUuid(randomBytes: RandomBytes): string {
  const bytes = randomBytes(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const parts = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/u.exec(toHex(bytes)) ?? [];
  return parts.slice(1).join('-');
}

function toHex(bytes: Bytes): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
