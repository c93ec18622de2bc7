import { secretLettersOf } from '../../otp/secret-letters.ts';
import { EntryRefusal } from './refusal.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** RFC 4226 asks for 16 bytes and more; nobody is known to issue a longer one than this. */
const MAX_BYTES = 256;
/** Ten times as many letters as the longest secret has. */
const MAX_TEXT = 4096;

/**
 * The bytes of a base32 secret (RFC 4648 section 6) as files hold it: in lower
 * case, with spaces and dashes, padded or not, of any number of letters. Bits
 * at the end that make no whole byte are dropped, as every authenticator does,
 * and so are characters that cannot be seen, which come along when copied.
 * Nothing is guessed: a '1' is not taken for an 'I'.
 */
export function decodeSecret(text: string): Uint8Array<ArrayBuffer> {
  if (text.length > MAX_TEXT) throw new EntryRefusal('invalid-secret');
  const letters = secretLettersOf(text);
  if (letters === '') throw new EntryRefusal('missing-secret');
  // Before any change of case: 'ı' and 'ſ' would turn into good letters.
  if (!/^[A-Za-z2-7]+$/u.test(letters)) throw new EntryRefusal('invalid-secret');
  const bytes = new Uint8Array(Math.floor((letters.length * 5) / 8));
  let bits = 0;
  let value = 0;
  let at = 0;
  for (const letter of letters.toUpperCase()) {
    value = ((value << 5) | ALPHABET.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = value >> bits;
    at += 1;
  }
  return getSecret(bytes);
}

/** A secret in hexadecimal digits. */
export function decodeHexSecret(text: string): Uint8Array<ArrayBuffer> {
  const bytes = text.length > MAX_TEXT ? undefined : findHex(text.trim());
  if (bytes === undefined) throw new EntryRefusal('invalid-secret');
  return getSecret(bytes);
}

/** Throws EntryRefusal for a secret of no bytes, or of more than anyone issues. */
export function getSecret(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (bytes.length === 0 || bytes.length > MAX_BYTES) throw new EntryRefusal('invalid-secret');
  return bytes;
}

/** Undefined when the text is anything but pairs of hexadecimal digits. */
export function findHex(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/iu.test(text)) return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at++) {
    bytes[at] = Number.parseInt(text.slice(at * 2, at * 2 + 2), 16);
  }
  return bytes;
}
