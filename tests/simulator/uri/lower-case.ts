import { base32Encode } from '../base32.ts';
import { usual, type UriVariant } from './uri-variant.ts';

/** The secret in lower case, the scheme and type in upper. */
export const lowerCase: UriVariant = {
  ...usual,
  write: (key, email) =>
    `OTPAUTH://TOTP/TP-Link:${encodeURIComponent(email)}` +
    `?secret=${base32Encode(key.secret).toLowerCase()}&issuer=TP-LINK`,
};
