import type { FileAnswer } from '../../../lib/formats/format.ts';
import type { NewAccount } from '../../../lib/otp/account.ts';
import { readImport } from '../../../lib/formats/index.ts';
import { joinParts } from '../../../lib/formats/parse/join-parts.ts';

/** RFC 4648 section 6 as written there, capitals without padding. */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/gu) ?? [];
  return groups
    .map((group) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(group.padEnd(5, '0'), 2)])
    .join('');
}

export function secretBytes(seed: number, length = 20): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_byte, at) => (seed * 37 + at * 101 + 5) % 256);
}

/** The four accounts that most samples hold, as far as their format can say it. */
export const plain = {
  type: 'totp',
  issuer: 'Acme',
  label: 'maria@example.com',
  secret: secretBytes(1),
  algorithm: 'SHA-1',
  digits: 6,
  periodSeconds: 30,
} satisfies NewAccount;
export const unusual = {
  type: 'totp',
  issuer: 'Umbrella & Söhne',
  label: 'jo',
  secret: secretBytes(2, 32),
  algorithm: 'SHA-256',
  digits: 8,
  periodSeconds: 60,
} satisfies NewAccount;
export const counted = {
  type: 'hotp',
  issuer: 'Counter Co',
  label: 'ann',
  secret: secretBytes(3, 10),
  algorithm: 'SHA-512',
  digits: 6,
  counter: 42,
} satisfies NewAccount;
export const steamed = {
  type: 'steam',
  issuer: 'Steam',
  label: 'gabe',
  secret: secretBytes(4),
  algorithm: 'SHA-1',
  digits: 5,
  periodSeconds: 30,
} satisfies NewAccount;
export const four: readonly NewAccount[] = [plain, unusual, counted, steamed];

export function bytesOf(content: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(typeof content === 'string' ? Buffer.from(content) : content);
}

export async function read(content: string | Uint8Array, password?: string): Promise<FileAnswer> {
  return readImport(bytesOf(content), password);
}

/** The accounts of a file that is expected to be read, its codes joined. */
export async function accountsOf(
  content: string | Uint8Array,
  password?: string,
): Promise<readonly NewAccount[]> {
  return (await entriesOf(content, password)).flatMap((entry) =>
    entry.kind === 'account' ? [entry.account] : [],
  );
}

export async function refusalsOf(content: string | Uint8Array, password?: string) {
  return (await entriesOf(content, password)).flatMap((entry) =>
    entry.kind === 'refused' ? [{ ...entry, kind: undefined }] : [],
  );
}

async function entriesOf(content: string | Uint8Array, password?: string) {
  const answer = await read(content, password);
  if (answer.kind !== 'read') throw new Error(`not read: ${JSON.stringify(answer)}`);
  return [...answer.entries, ...joinParts(answer.parts).entries];
}
