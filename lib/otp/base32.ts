import { Secret } from 'otpauth';
import { AppError } from '../errors.ts';

/** The longest text that is read: 64 bytes are 103 letters, and the rest is room for separators. */
const MAX_TEXT = 512;

/** White space, dashes (a word processor makes an en dash of a hyphen) and unseen format characters such as U+200B. */
const SEPARATORS = /[\s\p{Pd}\p{Cf}]/gu;

/**
 * The bytes of a base32 secret (RFC 4648 section 6) as pages print it and
 * people type it: lower case, spaces, dashes of every kind, characters that
 * nobody sees and trailing '=' are allowed.
 *
 * 1, 3 or 6 letters over a multiple of eight give no whole number of bytes. In
 * a typed text that is how a lost or doubled letter shows, and it is refused.
 * In a text that a `machine` wrote the last letter is dropped, as every
 * authenticator does: some issuers draw any number of random letters. Left-over
 * bits of the last letter count for nothing, though RFC 4648 wants them zero.
 *
 * Throws 'secret-missing', 'secret-not-base32', 'secret-incomplete' or
 * 'secret-too-long'. The number of bytes is for the caller to judge:
 * migrations hold secrets of five.
 */
export function decodeBase32(
  text: string,
  writer: 'person' | 'machine' = 'person',
): Uint8Array<ArrayBuffer> {
  if (text.length > MAX_TEXT) throw new AppError('secret-too-long');
  const letters = text.replaceAll(SEPARATORS, '').replace(/=+$/u, '');
  if (letters === '') throw new AppError('secret-missing');
  // Before any change of case: 'ı' and 'ſ' would turn into good letters.
  if (!/^[A-Za-z2-7]+$/u.test(letters)) throw new AppError('secret-not-base32');
  const isWhole = ![1, 3, 6].includes(letters.length % 8);
  if (!isWhole && writer === 'person') throw new AppError('secret-incomplete');
  return new Uint8Array(Secret.fromBase32(isWhole ? letters : letters.slice(0, -1)).bytes);
}

/** RFC 4648 base32 in capitals and without padding, as otpauth URIs want it. */
export function encodeBase32(bytes: Uint8Array<ArrayBuffer>): string {
  return new Secret({ buffer: bytes.slice().buffer }).base32;
}
