import { Secret } from 'otpauth';
import { AppError } from '../errors.ts';
import { SECRET_BYTES } from './account.ts';
import { secretLettersOf } from './secret-letters.ts';

/** The longest text that is read: 256 bytes are 410 letters, and the rest is room for separators. */
const MAX_TEXT = 2048;

/**
 * The bytes of a base32 secret (RFC 4648 section 6) as pages print it and
 * people type it: lower case, spaces, dashes of every kind, characters that
 * nobody sees and trailing '=' are allowed.
 *
 * Any number of letters is taken, as by every authenticator: some issuers draw
 * random letters without counting them. Bits at the end that make no whole
 * byte count for nothing, though RFC 4648 wants them zero.
 *
 * Throws 'secret-missing', 'secret-not-base32', 'secret-incomplete' for a
 * single letter, or 'secret-too-long'.
 */
export function decodeBase32(text: string): Uint8Array<ArrayBuffer> {
  if (text.length > MAX_TEXT) throw new AppError('secret-too-long');
  const letters = secretLettersOf(text);
  if (letters === '') throw new AppError('secret-missing');
  // This check comes before any change of case, which would turn 'ı' and 'ſ' into letters of
  // the alphabet.
  if (!/^[A-Za-z2-7]+$/u.test(letters)) throw new AppError('secret-not-base32');
  if (letters.length === 1) throw new AppError('secret-incomplete');
  const bytes = new Uint8Array(Secret.fromBase32(letters).bytes);
  if (bytes.length <= SECRET_BYTES.max) return bytes;
  bytes.fill(0);
  throw new AppError('secret-too-long');
}

/**
 * Encodes as base32 (RFC 4648, section 6) in capitals and without padding, as
 * otpauth URIs want it.
 */
export function encodeBase32(bytes: Uint8Array<ArrayBuffer>): string {
  return new Secret({ buffer: bytes.slice().buffer }).base32;
}
