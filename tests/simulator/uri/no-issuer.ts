import { base32Encode } from '../base32.ts';
import { usual, type UriVariant } from './uri-variant.ts';

/** Nowhere an issuer: the page it was found on is all that tells whose code it is. */
export const noIssuer: UriVariant = {
  ...usual,
  write: (key, email) =>
    `otpauth://totp/${encodeURIComponent(email)}?secret=${base32Encode(key.secret)}`,
};
