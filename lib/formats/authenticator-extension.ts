import type { Format, FormatAnswer, ImportEntry } from './format.ts';
import { openAuthenticatorExtension, type OpenedRecord } from './open/authenticator-extension.ts';
import { entryOf, refusedEntry, type RawAccount } from './parse/entry.ts';
import { fieldOf, hasFields, isObject, textOf, type JsonObject } from './parse/json.ts';
import { EntryRefusal, FileRefusal } from './parse/refusal.ts';
import { decodeHexSecret, decodeSecret, findHex } from './parse/secret.ts';

/**
 * The backup of Authenticator-Extension ('Authenticator' in the stores), plain
 * or encrypted (its versions 1 to 3): an object of records by their hash. What
 * is the format's default is left out, and types and algorithms are written as
 * names or, since a fault of its own (#1442), as their numbers.
 */
export const authenticatorExtension: Format = {
  app: 'Authenticator-Extension',
  claims: ({ json }) =>
    isObject(json) &&
    !['header', 'services', 'items', 'encrypted', 'version'].some((name) =>
      Object.hasOwn(json, name),
    ) &&
    Object.values(json).slice(0, 100).some(looksLikeRecord),
  read: async ({ json }, password) => {
    if (!isObject(json)) throw new FileRefusal('damaged');
    const opened = await openAuthenticatorExtension(json, password);
    return typeof opened === 'string' ? opened : entriesOf(opened);
  },
};

function looksLikeRecord(value: unknown): boolean {
  const dataType = fieldOf(value, 'dataType');
  if (dataType === 'OTPStorage' || dataType === 'EncOTPStorage' || dataType === 'Key') return true;
  const isRecord = hasFields(value, 'secret') && !hasFields(value, 'shared_secret');
  return isRecord && ['type', 'hash', 'encrypted'].some((name) => hasFields(value, name));
}

function entriesOf(records: readonly OpenedRecord[]): FormatAnswer {
  if (records.length === 0) throw new FileRefusal('no-accounts');
  return records.map((record) => entryOfRecord(record));
}

function entryOfRecord({ record, isDamaged }: OpenedRecord): ImportEntry {
  if (!isObject(record)) return refusedEntry({ issuer: '', label: '' }, 'damaged');
  // What stands behind '::' is the site the extension fills the code on.
  const [issuer = ''] = textOf(record, 'issuer').split('::', 1);
  const name = { issuer, label: textOf(record, 'account') };
  if (isDamaged) return refusedEntry(name, 'damaged');
  return entryOf(name, () => ({
    ...name,
    ...keyOf(record),
    algorithm: algorithmOf(fieldOf(record, 'algorithm')),
    period: fieldOf(record, 'period'),
    counter: fieldOf(record, 'counter'),
  }));
}

const TYPES = ['', 'totp', 'hotp', 'battle', 'steam', 'hex', 'hhex'];

/** Type, secret and digits hang together: Battle.net has eight, and hex types say how the secret is written. */
function keyOf(record: JsonObject): Pick<RawAccount, 'type' | 'secret' | 'digits'> {
  const written = fieldOf(record, 'type');
  const named = typeof written === 'number' ? TYPES[written] : textOf(record, 'type');
  const text = textOf(record, 'secret').trim();
  const prefix = /^(?:(blz-|bliz-)|stm-)/iu.exec(text);
  const prefixed = prefix && (prefix[1] === undefined ? 'steam' : 'battle');
  const type = prefixed ?? ((named === '' ? 'totp' : named) ?? '').toLowerCase();
  const bare = text.slice(prefix?.[0].length ?? 0);
  const digits = fieldOf(record, 'digits');
  switch (type) {
    case 'totp':
    case 'hotp':
      return { type, secret: decodeEither(bare), digits };
    case 'hex':
      return { type: 'totp', secret: decodeHexSecret(bare), digits };
    case 'hhex':
      return { type: 'hotp', secret: decodeHexSecret(bare), digits };
    case 'battle':
      return { type: 'totp', secret: decodeEither(bare), digits: 8 };
    case 'steam':
      return { type, secret: decodeEither(bare) };
    default:
      throw new EntryRefusal('unsupported-type');
  }
}

/** Files of before there were hex types hold hex secrets as any other; base32 is tried first, as the extension does. */
function decodeEither(text: string): Uint8Array<ArrayBuffer> {
  const isBase32 = /^[a-z2-7\s-]+=*$/iu.test(text);
  return !isBase32 && findHex(text) ? decodeHexSecret(text) : decodeSecret(text);
}

const ALGORITHMS = ['', 'SHA1', 'SHA256', 'SHA512'];

function algorithmOf(value: unknown): unknown {
  return typeof value === 'number' ? (ALGORITHMS[value] ?? 'unknown') : value;
}
