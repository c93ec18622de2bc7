import { base32Encode } from '../base32.ts';
import { usual, type UriVariant } from './uri-variant.ts';

/** Issuer in the label only, the colon percent-encoded, no parameter but the secret. */
export const labelOnly: UriVariant = {
  ...usual,
  write: (key, email) =>
    `otpauth://totp/TP-Link%3A${encodeURIComponent(email)}?secret=${base32Encode(key.secret)}`,
};
