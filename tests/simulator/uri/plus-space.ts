import { base32Encode } from '../base32.ts';
import { usual, type UriVariant } from './uri-variant.ts';

/** A space in the issuer parameter written `+`, as form encoders do. */
export const plusSpace: UriVariant = {
  ...usual,
  write: (key, email) =>
    `otpauth://totp/TP-Link%20ID:${encodeURIComponent(email)}` +
    `?secret=${base32Encode(key.secret)}&issuer=TP-Link+ID`,
};
