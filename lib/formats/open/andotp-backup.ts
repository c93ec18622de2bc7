import { type Bytes, sha256, utf8, wipe } from '../../crypto/bytes.ts';
import { deriveForeignPbkdf2 } from '../../crypto/foreign-kdf.ts';
import { findGcmText } from './ciphers.ts';

const BYTES = { iterations: 4, salt: 12, nonce: 12, tag: 16 } as const;
/** The app draws them from 140,000 to 160,000; its first release had fewer. */
const ITERATIONS = { least: 1000, most: 1_000_000 } as const;

export function isAndotpSized(bytes: Bytes): boolean {
  return bytes.length > BYTES.nonce + BYTES.tag;
}

/**
 * iterations ‖ salt ‖ nonce ‖ ciphertext ‖ tag under PBKDF2-HMAC-SHA1, or the
 * older nonce ‖ ciphertext ‖ tag under SHA-256 of the password. The first four
 * bytes of an older file are random and seldom a number of iterations that can be.
 */
export async function findAndotpOpened(
  bytes: Bytes,
  password: string,
): Promise<string | undefined> {
  const iterations = new DataView(bytes.buffer, bytes.byteOffset).getInt32(0);
  const start = BYTES.iterations + BYTES.salt;
  const isNew = iterations >= ITERATIONS.least && iterations <= ITERATIONS.most;
  if (isNew && bytes.length > start + BYTES.nonce + BYTES.tag) {
    const salt = bytes.slice(BYTES.iterations, start);
    const cost = { iterations, length: 32 };
    const key = await deriveForeignPbkdf2(password, salt, 'SHA-1', cost);
    const text = await findGcmText(key, bytes.slice(start));
    wipe(key);
    if (text !== undefined) return text;
  }
  const key = await sha256(utf8(password));
  const text = await findGcmText(key, bytes);
  wipe(key);
  return text;
}
