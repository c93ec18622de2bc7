import type { Format } from './format.ts';
import { entryOf, refusedEntry } from './parse/entry.ts';
import { fieldOf, hasFields, isObject, listOf, someOf, textOf } from './parse/json.ts';
import { FileRefusal } from './parse/refusal.ts';
import { decodeSecret } from './parse/secret.ts';

/** 1 is written on iOS, 3 on Android. */
const NEWEST_VERSION = 3;

/** The export of LastPass Authenticator. The names are those its user gave, not the original ones. */
export const lastpass: Format = {
  app: 'LastPass Authenticator',
  claims: ({ json }) =>
    hasFields(json, 'deviceId', 'accounts') ||
    // All that is left of them in an export of no account.
    hasFields(json, 'version', 'accounts', 'folders') ||
    someOf(fieldOf(json, 'accounts'), (account) => hasFields(account, 'issuerName')),
  read: ({ json }) => {
    const version = fieldOf(json, 'version');
    if (typeof version === 'number' && version > NEWEST_VERSION) {
      throw new FileRefusal('unsupported-version');
    }
    const accounts = listOf(json, 'accounts');
    if (accounts.length === 0) throw new FileRefusal('no-accounts');
    return accounts.map((account) => {
      const name = { issuer: textOf(account, 'issuerName'), label: textOf(account, 'userName') };
      if (!isObject(account)) return refusedEntry(name, 'damaged');
      return entryOf(name, () => ({
        ...name,
        type: 'totp',
        secret: decodeSecret(textOf(account, 'secret')),
        algorithm: fieldOf(account, 'algorithm'),
        digits: fieldOf(account, 'digits'),
        period: fieldOf(account, 'timeStep'),
      }));
    });
  },
};
