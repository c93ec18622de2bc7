import type { Format } from './format.ts';
import { entryOf, refusedEntry, wholeOf, type RawAccount } from './parse/entry.ts';
import { fieldOf, hasFields, isObject, listOf, someOf, textOf } from './parse/json.ts';
import { EntryRefusal, FileRefusal } from './parse/refusal.ts';
import { getSecret } from './parse/secret.ts';

/** The JSON export of FreeOTP+; its text export is a list of otpauth links. */
export const freeotpPlus: Format = {
  app: 'FreeOTP+',
  claims: ({ json }) =>
    hasFields(json, 'tokens', 'tokenOrder') ||
    someOf(fieldOf(json, 'tokens'), (token) => hasFields(token, 'secret', 'algo')),
  read: ({ json }) => {
    const tokens = listOf(json, 'tokens');
    if (tokens.length === 0) throw new FileRefusal('no-accounts');
    return tokens.map((token) => {
      const issuer = textOf(token, 'issuerExt') || textOf(token, 'issuerInt');
      const name = { issuer, label: textOf(token, 'label') };
      if (!isObject(token)) return refusedEntry(name, 'damaged');
      return entryOf(name, () => ({
        ...name,
        type: typeOf(textOf(token, 'type')),
        secret: secretOf(fieldOf(token, 'secret')),
        algorithm: fieldOf(token, 'algo'),
        digits: fieldOf(token, 'digits'),
        period: fieldOf(token, 'period'),
        counter: nextCounterOf(fieldOf(token, 'counter')),
      }));
    });
  },
};

/** Java's bytes: from -128 to 127. */
function secretOf(value: unknown): Uint8Array<ArrayBuffer> {
  if (!Array.isArray(value) || value.length === 0) throw new EntryRefusal('missing-secret');
  const bytes = (value as readonly unknown[]).filter((one) => isByte(one));
  if (bytes.length !== value.length) throw new EntryRefusal('invalid-secret');
  return getSecret(Uint8Array.from(bytes));
}

function isByte(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= -128 && value <= 255;
}

/** The file holds the counter of the last code, -1 for a token never used; everyone else's is of the next. */
function nextCounterOf(value: unknown): number {
  return (wholeOf(value) ?? -1) + 1;
}

function typeOf(type: string): RawAccount['type'] {
  const name = type.toLowerCase();
  if (name === 'totp' || name === 'hotp') return name;
  throw new EntryRefusal('unsupported-type');
}
