import type { Format, ImportEntry } from './format.ts';
import { entryOf } from './parse/entry.ts';
import { fieldOf, hasFields, isObject, someOf, textOf } from './parse/json.ts';
import { EntryRefusal, FileRefusal } from './parse/refusal.ts';
import { decodeSecret } from './parse/secret.ts';

/** The accounts file of Duo Mobile. Duo's own accounts push instead of showing codes: those are refused by name. */
export const duo: Format = {
  app: 'Duo Mobile',
  claims: ({ json }) => someOf(json, (entry) => hasFields(entry, 'accountType', 'otpGenerator')),
  read: ({ json }) => {
    if (!Array.isArray(json)) throw new FileRefusal('damaged');
    return json.map((entry: unknown): ImportEntry => {
      const generator = fieldOf(entry, 'otpGenerator');
      const name = { issuer: '', label: textOf(entry, 'name') };
      const counter = fieldOf(generator, 'counter');
      return entryOf(name, () => {
        if (!isObject(generator)) throw new EntryRefusal('unsupported-type');
        const type = counter === undefined || counter === null ? 'totp' : 'hotp';
        return { type, ...name, secret: decodeSecret(textOf(generator, 'otpSecret')), counter };
      });
    });
  },
};
