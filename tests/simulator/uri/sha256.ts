import { base32Encode } from '../base32.ts';
import type { UriVariant } from './uri-variant.ts';

/** Every parameter unusual: to be honoured, never 'corrected'. */
export const sha256: UriVariant = {
  secretBytes: 32,
  algorithm: 'SHA256',
  digits: 8,
  periodSeconds: 60,
  write: (key, email) =>
    `otpauth://totp/TP-Link:${encodeURIComponent(email)}?secret=${base32Encode(key.secret)}` +
    `&issuer=TP-Link&algorithm=SHA256&digits=8&period=60`,
};
