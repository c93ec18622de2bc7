import { base32Encode } from '../base32.ts';
import { usual, type UriVariant } from './uri-variant.ts';

/** Issuer as parameter and in the label, every parameter spelled out. */
export const standard: UriVariant = {
  ...usual,
  write: (key, email) =>
    `otpauth://totp/TP-Link:${encodeURIComponent(email)}?secret=${base32Encode(key.secret)}` +
    `&issuer=TP-Link&algorithm=SHA1&digits=6&period=30`,
};
