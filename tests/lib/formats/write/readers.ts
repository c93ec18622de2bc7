/** Readers of what we export, made of node:crypto and plain arithmetic only: they share nothing with the writers. */
import { createDecipheriv, scryptSync } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 section 6. */
export function bytesOfBase32(text: string): Buffer {
  const bits = Array.from(text, (letter) =>
    ALPHABET.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  return Buffer.from((bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

interface Params {
  readonly nonce: string;
  readonly tag: string;
}

interface Slot {
  readonly type: number;
  readonly key: string;
  readonly key_params: Params;
  readonly n: number;
  readonly r: number;
  readonly p: number;
  readonly salt: string;
}

export interface AegisFile {
  readonly version: number;
  readonly header: { readonly slots: readonly Slot[] | null; readonly params: Params | null };
  readonly db: unknown;
}

function opened(key: Buffer, ciphertext: Buffer, { nonce, tag }: Params): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'hex'));
  decipher.setAuthTag(Buffer.from(tag, 'hex'));
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
}

/** As docs/vault.md of Aegis says it; throws for a wrong password. */
export function openedAegis(text: string, password: string): unknown {
  const { header, db } = JSON.parse(text) as AegisFile;
  const slot = header.slots?.find(({ type }) => type === 1);
  if (!slot || !header.params || typeof db !== 'string') throw new Error('not encrypted');
  const cost = { N: slot.n, r: slot.r, p: slot.p, maxmem: 64 * 1024 * 1024 };
  const key = scryptSync(password, Buffer.from(slot.salt, 'hex'), 32, cost);
  const master = opened(key, Buffer.from(slot.key, 'hex'), slot.key_params);
  return JSON.parse(opened(master, Buffer.from(db, 'base64'), header.params).toString());
}
