import type { Format, ImportEntry } from './format.ts';
import { findLooseBase64 } from './open/ciphers.ts';
import { entryOf } from './parse/entry.ts';
import { fieldOf, hasFields, isObject, textOf } from './parse/json.ts';
import { EntryRefusal } from './parse/refusal.ts';
import { getSecret } from './parse/secret.ts';

/** A 'maFile' of Steam's own app or of Steam Desktop Authenticator: one account, or several by their ids. */
export const steam: Format = {
  app: 'Steam',
  claims: ({ json }) => guardsOf(json).some((guard) => hasFields(guard, 'shared_secret')),
  read: ({ json }) =>
    guardsOf(json).map((guard): ImportEntry => {
      const name = { issuer: 'Steam', label: textOf(guard, 'account_name') };
      return entryOf(name, () => {
        const secret = findLooseBase64(textOf(guard, 'shared_secret'));
        if (secret === undefined) throw new EntryRefusal('invalid-secret');
        return { type: 'steam', ...name, secret: getSecret(secret) };
      });
    }),
};

function guardsOf(json: unknown): readonly unknown[] {
  const accounts = fieldOf(json, 'accounts');
  return isObject(accounts) ? Object.values(accounts) : [json];
}
