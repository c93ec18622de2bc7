import type { Format } from './format.ts';
import { entryOf, refusedEntry, type RawAccount } from './parse/entry.ts';
import { fieldOf, hasFields, isObject, someOf, textOf } from './parse/json.ts';
import { EntryRefusal, FileRefusal } from './parse/refusal.ts';
import { decodeSecret } from './parse/secret.ts';

/** The JSON in the ZIP that Raivo OTP exports (index.ts unpacks it); every value is a text. */
export const raivo: Format = {
  app: 'Raivo OTP',
  claims: ({ json }) => someOf(json, (entry) => hasFields(entry, 'secret', 'kind', 'timer')),
  read: ({ json }) => {
    if (!Array.isArray(json)) throw new FileRefusal('damaged');
    return json.map((entry: unknown) => {
      const name = { issuer: textOf(entry, 'issuer'), label: textOf(entry, 'account') };
      if (!isObject(entry)) return refusedEntry(name, 'damaged');
      return entryOf(name, () => ({
        ...name,
        type: typeOf(textOf(entry, 'kind')),
        secret: decodeSecret(textOf(entry, 'secret')),
        algorithm: fieldOf(entry, 'algorithm'),
        digits: fieldOf(entry, 'digits'),
        period: fieldOf(entry, 'timer'),
        counter: fieldOf(entry, 'counter'),
      }));
    });
  },
};

function typeOf(kind: string): RawAccount['type'] {
  const name = kind.toLowerCase();
  if (name === 'totp' || name === 'hotp') return name;
  throw new EntryRefusal('unsupported-type');
}
