import { base32Encode } from '../base32.ts';
import { usual, type UriVariant } from './uri-variant.ts';

/** 0, 1, 8 and 9 are no base32: to be refused with its reason. */
export const invalidBase32: UriVariant = {
  ...usual,
  write: (key, email) =>
    `otpauth://totp/TP-Link:${encodeURIComponent(email)}` +
    `?secret=0189${base32Encode(key.secret).slice(4)}&issuer=TP-Link`,
};
