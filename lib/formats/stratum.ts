import { findUtf8, wipe } from '../crypto/bytes.ts';
import { deriveForeignArgon2id, deriveForeignPbkdf2 } from '../crypto/foreign-kdf.ts';
import type { Format, FormatAnswer, ImportEntry } from './format.ts';
import { findCbcOpened, findGcmText } from './open/ciphers.ts';
import { orRefusal } from './open/kdf.ts';
import { entryOf, refusedEntry, type RawAccount } from './parse/entry.ts';
import { STRATUM_MAGIC } from './parse/file-kind.ts';
import { fieldOf, isObject, listOf, parseJson, textOf } from './parse/json.ts';
import { EntryRefusal, FileRefusal } from './parse/refusal.ts';
import { decodeSecret } from './parse/secret.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const START = STRATUM_MAGIC.length;
const STRONG = {
  saltBytes: 16,
  cost: { memoryKib: 65_536, iterations: 3, parallelism: 4 },
  least: 28,
} as const;
const LEGACY = { saltBytes: 20, ivBytes: 16, iterations: 64_000 } as const;
const KEY_BYTES = 32;

/** The backup of Stratum, once Authenticator Pro: plain, encrypted, and encrypted as it used to be. */
export const stratum: Format = {
  app: 'Stratum',
  claims: ({ kind, json }) =>
    kind === 'stratum' ||
    kind === 'stratum-legacy' ||
    fieldOf(json, 'Authenticators') !== undefined,
  read: async ({ kind, bytes, json }, password) => {
    if (kind === 'unknown') return entriesOf(json);
    const isLegacy = kind === 'stratum-legacy';
    const least = isLegacy ? LEGACY.saltBytes + LEGACY.ivBytes : STRONG.saltBytes + STRONG.least;
    if (bytes.length <= START + least) throw new FileRefusal('damaged');
    if (password === undefined) return 'needs-password';
    const sealed = bytes.slice(START);
    const text = await (isLegacy ? findLegacy(sealed, password) : findStrong(sealed, password));
    if (text === undefined) return 'wrong-password';
    return entriesOf(parseJson(text));
  },
};

async function findStrong(bytes: Bytes, password: string): Promise<string | undefined> {
  const salt = bytes.slice(0, STRONG.saltBytes);
  const key = await orRefusal(deriveForeignArgon2id(password, salt, STRONG.cost, KEY_BYTES));
  const text = await findGcmText(key, bytes.slice(STRONG.saltBytes));
  wipe(key);
  return text;
}

/** It has no authenticator: what a wrong password gives has wrong padding, or is no JSON. */
async function findLegacy(bytes: Bytes, password: string): Promise<string | undefined> {
  const start = LEGACY.saltBytes + LEGACY.ivBytes;
  const cost = { iterations: LEGACY.iterations, length: KEY_BYTES };
  const key = await deriveForeignPbkdf2(password, bytes.slice(0, LEGACY.saltBytes), 'SHA-1', cost);
  const iv = bytes.slice(LEGACY.saltBytes, start);
  const opened = await findCbcOpened(key, iv, bytes.slice(start));
  wipe(key);
  const text = opened && findUtf8(opened);
  return text?.trimStart().startsWith('{') === true ? text : undefined;
}

function entriesOf(json: unknown): FormatAnswer {
  const entries = listOf(json, 'Authenticators');
  if (entries.length === 0) throw new FileRefusal('no-accounts');
  return entries.map((entry) => entryOfStratum(entry));
}

function entryOfStratum(entry: unknown): ImportEntry {
  const name = { issuer: textOf(entry, 'Issuer'), label: textOf(entry, 'Username') };
  if (!isObject(entry)) return refusedEntry(name, 'damaged');
  return entryOf(name, () => ({
    ...name,
    type: typeOf(fieldOf(entry, 'Type')),
    secret: decodeSecret(textOf(entry, 'Secret')),
    algorithm: algorithmOf(fieldOf(entry, 'Algorithm')),
    digits: fieldOf(entry, 'Digits'),
    period: fieldOf(entry, 'Period'),
    counter: fieldOf(entry, 'Counter'),
  }));
}

/** 3 is Mobile-OTP and 5 is Yandex: both need a PIN beside the secret. */
function typeOf(type: unknown): RawAccount['type'] {
  if (type === 1) return 'hotp';
  if (type === 2) return 'totp';
  if (type === 4) return 'steam';
  throw new EntryRefusal('unsupported-type');
}

function algorithmOf(algorithm: unknown): string {
  if (algorithm === undefined || algorithm === null || algorithm === 0) return 'SHA1';
  if (algorithm === 1) return 'SHA256';
  if (algorithm === 2) return 'SHA512';
  throw new EntryRefusal('unsupported-algorithm');
}
