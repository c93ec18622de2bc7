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

/** The fields of a protocol buffer, in their order: numbers as bigint, the rest as bytes. */
function fieldsOf(bytes: Uint8Array): readonly (readonly [number, bigint | Buffer])[] {
  const fields: [number, bigint | Buffer][] = [];
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at];
      if (byte === undefined) throw new Error('cut off');
      at += 1;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const key = Number(varint());
    const first = varint();
    if (key % 8 === 0) fields.push([key >> 3, first]);
    else {
      fields.push([key >> 3, Buffer.from(bytes.subarray(at, at + Number(first)))]);
      at += Number(first);
    }
  }
  return fields;
}

const PARAMETERS: readonly string[] = [
  '',
  'secret',
  'name',
  'issuer',
  'algorithm',
  'digits',
  'type',
  'counter',
];

function parametersOf(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const named = fieldsOf(bytes).map(([field, value]) => {
    const name = PARAMETERS[field] ?? String(field);
    if (typeof value === 'bigint') return [name, value] as const;
    return [name, name === 'secret' ? new Uint8Array(value) : value.toString()] as const;
  });
  return Object.fromEntries(named);
}

interface Migration {
  readonly parameters: readonly Readonly<Record<string, unknown>>[];
  readonly version?: bigint;
  readonly size?: bigint;
  readonly index?: bigint;
  readonly id?: bigint;
}

/** One code of an export of Google Authenticator, by hand. */
export function migrationOf(uri: string): Migration {
  const data = new URL(uri).searchParams.get('data') ?? '';
  const fields = fieldsOf(Buffer.from(data, 'base64'));
  const names = ['', '', 'version', 'size', 'index', 'id'];
  const parameters = fields.flatMap(([field, value]) =>
    field === 1 && typeof value !== 'bigint' ? [parametersOf(value)] : [],
  );
  const numbers = fields.filter(([field]) => field !== 1);
  return {
    parameters,
    ...Object.fromEntries(numbers.map(([field, value]) => [names[field] ?? '', value])),
  };
}
