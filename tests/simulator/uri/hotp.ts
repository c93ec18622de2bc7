import { base32Encode } from '../base32.ts';
import { usual, type UriVariant } from './uri-variant.ts';

/** Counter-based: to be named and saved, and never filled by itself. */
export const hotp: UriVariant = {
  ...usual,
  write: (key, email) =>
    `otpauth://hotp/TP-Link:${encodeURIComponent(email)}` +
    `?secret=${base32Encode(key.secret)}&issuer=TP-Link&counter=0`,
};
