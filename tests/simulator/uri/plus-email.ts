import { base32Encode } from '../base32.ts';
import { usual, type UriVariant } from './uri-variant.ts';

/** A `+` that belongs to the e-mail address: it must not become a space. */
export const plusEmail: UriVariant = {
  ...usual,
  write: (key, email) =>
    `otpauth://totp/TP-Link:${email.replace('@', '+vms@')}` +
    `?secret=${base32Encode(key.secret)}&issuer=TP-Link`,
};
