/**
 * CryptoJS.AES.encrypt(text, passphrase), which Authenticator-Extension uses:
 * base64 of 'Salted__' ‖ salt ‖ AES-256-CBC, with key and IV by OpenSSL's
 * EVP_BytesToKey (MD5, one round).
 */
import { type Bytes, concat, findUtf8, utf8, wipe } from '../../crypto/bytes.ts';
import { md5 } from '../../crypto/foreign-kdf.ts';
import { findCbcOpened, findLooseBase64 } from './ciphers.ts';

const MAGIC = 'Salted__';
const SALT_BYTES = 8;
const KEY_BYTES = 32;
const IV_BYTES = 16;

export function isCryptoJs(text: string): boolean {
  return /^U2FsdGVkX1[89+/]/u.test(text);
}

/** Undefined when the passphrase is another; the padding alone shows it, so check what comes out. */
export async function findCryptoJsBytes(
  text: string,
  passphrase: string,
): Promise<Bytes | undefined> {
  const whole = findLooseBase64(text);
  const start = MAGIC.length + SALT_BYTES;
  if (whole === undefined || whole.length <= start) return undefined;
  const salt = whole.slice(MAGIC.length, start);
  const secret = utf8(passphrase);
  let derived: Bytes = new Uint8Array();
  let last: Bytes = new Uint8Array();
  while (derived.length < KEY_BYTES + IV_BYTES) {
    last = await md5(last, secret, salt);
    derived = concat(derived, last);
  }
  const key = derived.slice(0, KEY_BYTES);
  const opened = await findCbcOpened(
    key,
    derived.slice(KEY_BYTES, KEY_BYTES + IV_BYTES),
    whole.slice(start),
  );
  wipe(secret, key, derived);
  return opened;
}

export async function findCryptoJsText(
  text: string,
  passphrase: string,
): Promise<string | undefined> {
  const bytes = await findCryptoJsBytes(text, passphrase);
  return bytes && findUtf8(bytes);
}
