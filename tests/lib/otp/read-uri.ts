import { encodeBase32 } from '../../../lib/otp/base32.ts';
import { parseOtpauthUri } from '../../../lib/otp/uri.ts';

export const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** The parts of an account that a row names, with the secret as base32. */
export function read(uri: string): Record<string, unknown> {
  const { secret, ...rest } = parseOtpauthUri(uri);
  return { ...rest, secret: encodeBase32(secret) };
}

export function withQuery(query: string): string {
  return `otpauth://totp/TP-Link:maria@example.com?${query}`;
}
