/** What SECURITY.md says of keys and sealing, in Node's own crypto: it shares no line with lib/. */
import { createDecipheriv, createHash, hkdfSync } from 'node:crypto';

export const FORMAT = 'nightlatch-vault';

export function canonical(...parts: readonly (string | number)[]): Buffer {
  return Buffer.from(JSON.stringify([FORMAT, 1, ...parts]));
}

export function hkdf(key: Buffer, vaultId: string, info: string, length = 32): Buffer {
  return Buffer.from(hkdfSync('sha256', key, vaultId, info, length));
}

export function openAead(key: Buffer, data: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAAD(data).setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
}

export function base64(value: unknown): Buffer {
  if (typeof value !== 'string') throw new Error('not base64');
  return Buffer.from(value, 'base64');
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export function recoveryKey(code: string): Buffer {
  const bits = code
    .replaceAll('-', '')
    .split('')
    .map((character) => CROCKFORD.indexOf(character).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from(
    Array.from({ length: 16 }, (_, i) => parseInt(bits.slice(i * 8, i * 8 + 8), 2)),
  );
  const check = createHash('sha256').update('nightlatch/v1/recovery-check').update(key).digest();
  const checkBits = [...check].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  if (bits.slice(128) !== checkBits.slice(0, 12)) throw new Error('check characters');
  return key;
}
