import { Secret } from 'otpauth';
import { AppError } from '../errors.ts';

/** Longest text looked at: 64 bytes are 103 letters; the rest is room for separators. */
const MAX_TEXT = 512;

/**
 * The bytes of a base32 secret (RFC 4648 section 6) as pages print it and
 * people type it: lower case, spaces, dashes and trailing '=' are allowed.
 *
 * A letter count that no whole number of bytes can give (1, 3 or 6 over a
 * multiple of eight) is refused: it is how a lost or doubled letter shows.
 * Left-over bits in the last letter are not looked at, though RFC 4648 wants
 * them zero: issuers that draw random letters set them, and every
 * authenticator drops them, so the key stays the same.
 *
 * Throws 'secret-missing', 'secret-not-base32', 'secret-incomplete' or
 * 'secret-too-long'. Makes no
 * demand on the number of bytes: migrations hold secrets of five.
 */
export function decodeBase32(text: string): Uint8Array<ArrayBuffer> {
  if (text.length > MAX_TEXT) throw new AppError('secret-too-long');
  const letters = text.replaceAll(/[\s-]/gu, '').replace(/=+$/u, '');
  if (letters === '') throw new AppError('secret-missing');
  // Before any change of case: 'ı' and 'ſ' would turn into good letters.
  if (!/^[A-Za-z2-7]+$/u.test(letters)) throw new AppError('secret-not-base32');
  if ([1, 3, 6].includes(letters.length % 8)) throw new AppError('secret-incomplete');
  return new Uint8Array(Secret.fromBase32(letters).bytes);
}

/** RFC 4648 base32 in capitals and without padding, as otpauth URIs want it. */
export function encodeBase32(bytes: Uint8Array<ArrayBuffer>): string {
  return new Secret({ buffer: bytes.slice().buffer }).base32;
}
