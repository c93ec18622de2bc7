import { usual, type UriVariant } from './uri-variant.ts';

/** A protobuf field of wire type 2 (bytes) below 128 bytes. */
function bytesField(number: number, value: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([(number << 3) | 2, value.length]), value]);
}

function varintField(number: number, value: number): Buffer {
  return Buffer.from([number << 3, value]);
}

/** A batch of one as an authenticator exports it: to be explained, or imported. */
export const migration: UriVariant = {
  ...usual,
  write: (key, email) => {
    const account = Buffer.concat([
      bytesField(1, key.secret),
      bytesField(2, Buffer.from(`TP-Link:${email}`)),
      bytesField(3, Buffer.from('TP-Link')),
      // Algorithm SHA-1, six digits, type TOTP.
      varintField(4, 1),
      varintField(5, 1),
      varintField(6, 2),
    ]);
    // Version 1, one QR code, the first of them.
    const batch = Buffer.concat([
      bytesField(1, account),
      varintField(2, 1),
      varintField(3, 1),
      varintField(4, 0),
      varintField(5, 7),
    ]);
    return `otpauth-migration://offline?data=${encodeURIComponent(batch.toString('base64'))}`;
  },
};
