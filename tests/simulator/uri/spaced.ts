import { base32Encode } from '../base32.ts';
import { usual, type UriVariant } from './uri-variant.ts';

/** The secret in groups of four. */
export const spaced: UriVariant = {
  ...usual,
  write: (key, email) =>
    `otpauth://totp/TP-Link:${encodeURIComponent(email)}` +
    `?secret=${base32Encode(key.secret).replaceAll(/.{4}(?=.)/g, '$&%20')}&issuer=TP-Link`,
};
