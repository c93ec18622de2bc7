import { base32Encode } from '../base32.ts';
import { usual, type UriVariant } from './uri-variant.ts';

/** A secret of 16 bytes with the padding of RFC 4648, raw as many servers print it. */
export const padded: UriVariant = {
  ...usual,
  secretBytes: 16,
  write: (key, email) =>
    `otpauth://totp/TP-Link:${encodeURIComponent(email)}` +
    `?secret=${base32Encode(key.secret).padEnd(32, '=')}&issuer=TP-Link`,
};
