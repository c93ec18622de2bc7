import { base32Encode } from '../base32.ts';
import { usual, type UriVariant } from './uri-variant.ts';

/** Says six digits, and Steam: only the user knows which it is. */
export const steam: UriVariant = {
  ...usual,
  write: (key, email) =>
    `otpauth://totp/Steam:${encodeURIComponent(email)}` +
    `?secret=${base32Encode(key.secret)}&issuer=Steam`,
};
