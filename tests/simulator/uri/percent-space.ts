import { base32Encode } from '../base32.ts';
import { usual, type UriVariant } from './uri-variant.ts';

/** A space in issuer and label, written `%20`; and one after the colon, as the key URI format allows. */
export const percentSpace: UriVariant = {
  ...usual,
  write: (key, email) =>
    `otpauth://totp/TP-Link%20ID:%20${encodeURIComponent(email)}` +
    `?secret=${base32Encode(key.secret)}&issuer=TP-Link%20ID`,
};
