import { createHmac } from 'node:crypto';

/**
 * RFC 6238 written a second time, on Node's own crypto and on none of the
 * product's files: a mistake in the product must not be answered by the same
 * mistake here.
 */
export interface TotpKey {
  readonly secret: Uint8Array;
  readonly algorithm: 'SHA1' | 'SHA256' | 'SHA512';
  readonly digits: number;
  readonly periodSeconds: number;
}

/** The time step T of RFC 6238 section 4.2 with T0 = 0. */
export function stepAt(key: TotpKey, nowMs: number): number {
  return Math.floor(nowMs / 1000 / key.periodSeconds);
}

/** RFC 4226 section 5.3 for the given step. */
export function codeOfStep(key: TotpKey, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac(key.algorithm.toLowerCase(), key.secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const truncated = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(truncated % 10 ** key.digits).padStart(key.digits, '0');
}
