import type { Format, ImportEntry } from './format.ts';
import { entryOf, type RawAccount } from './parse/entry.ts';
import { fieldOf, hasFields, listOf, someOf, textOf } from './parse/json.ts';
import { EntryRefusal, FileRefusal } from './parse/refusal.ts';
import { decodeSecret } from './parse/secret.ts';

/** The JSON export of 2FAuth. */
export const twoFauth: Format = {
  app: '2FAuth',
  claims: ({ json }) =>
    someOf(fieldOf(json, 'data'), (entry) => hasFields(entry, 'otp_type', 'secret')),
  read: ({ json }) => {
    const entries = listOf(json, 'data');
    if (entries.length === 0) throw new FileRefusal('no-accounts');
    return entries.map((entry): ImportEntry => {
      const name = { issuer: textOf(entry, 'service'), label: textOf(entry, 'account') };
      return entryOf(name, () => ({
        ...name,
        type: typeOf(textOf(entry, 'otp_type')),
        secret: decodeSecret(textOf(entry, 'secret')),
        algorithm: fieldOf(entry, 'algorithm'),
        digits: fieldOf(entry, 'digits'),
        period: fieldOf(entry, 'period'),
        counter: fieldOf(entry, 'counter'),
      }));
    });
  },
};

function typeOf(type: string): RawAccount['type'] {
  switch (type.toLowerCase()) {
    case 'totp':
      return 'totp';
    case 'hotp':
      return 'hotp';
    case 'steamtotp':
      return 'steam';
    default:
      throw new EntryRefusal('unsupported-type');
  }
}
