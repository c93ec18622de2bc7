import type { Format, FormatAnswer, ImportEntry } from './format.ts';
import { findAndotpOpened, isAndotpSized } from './open/andotp-backup.ts';
import { entryOf, refusedEntry, type RawAccount } from './parse/entry.ts';
import { fieldOf, hasFields, isObject, parseJson, someOf, textOf } from './parse/json.ts';
import { EntryRefusal, FileRefusal } from './parse/refusal.ts';
import { decodeSecret } from './parse/secret.ts';

/**
 * The backup of andOTP, plain or in either of its two encryptions, which have
 * no mark of their own: any file of bytes that nobody else knows may be one.
 */
export const andotp: Format = {
  app: 'andOTP',
  claims: (file) =>
    file.kind === 'unknown' && file.text === undefined
      ? isAndotpSized(file.bytes)
      : someOf(file.json, (entry) => hasFields(entry, 'secret', 'label', 'type')),
  read: async (file, password) => {
    if (file.text !== undefined) return entriesOf(file.json);
    if (password === undefined) return 'needs-password';
    const text = await findAndotpOpened(file.bytes, password);
    return text === undefined ? 'wrong-password' : entriesOf(parseJson(text));
  },
};

function entriesOf(json: unknown): FormatAnswer {
  if (!Array.isArray(json)) throw new FileRefusal('damaged');
  if (json.length === 0) throw new FileRefusal('no-accounts');
  return json.map((entry: unknown) => entryOfAndotp(entry));
}

function entryOfAndotp(entry: unknown): ImportEntry {
  if (!isObject(entry)) return refusedEntry({ issuer: '', label: '' }, 'damaged');
  const name = namesOf(textOf(entry, 'issuer').trim(), textOf(entry, 'label').trim());
  return entryOf(name, () => ({
    ...name,
    type: typeOf(textOf(entry, 'type')),
    secret: decodeSecret(textOf(entry, 'secret')),
    algorithm: fieldOf(entry, 'algorithm'),
    digits: fieldOf(entry, 'digits'),
    period: fieldOf(entry, 'period'),
    counter: fieldOf(entry, 'counter'),
  }));
}

/** Old files keep both names in the label, as 'issuer - name' or 'issuer:name', with the issuer beside it or not. */
function namesOf(issuer: string, label: string): { issuer: string; label: string } {
  if (issuer === '') {
    const parts = /^(.*?)(?: - |:)(.*)$/su.exec(label);
    if (!parts) return { issuer, label };
    return namesOf((parts[1] ?? '').trim(), (parts[2] ?? '').trim());
  }
  const rest = label.startsWith(issuer) ? label.slice(issuer.length) : '';
  const separator = /^(?: - |\s*:)/u.exec(rest)?.[0];
  return { issuer, label: separator === undefined ? label : rest.slice(separator.length).trim() };
}

/** MOTP needs a PIN beside the secret. */
function typeOf(type: string): RawAccount['type'] {
  const name = type.toLowerCase();
  if (name === 'totp' || name === 'hotp' || name === 'steam') return name;
  throw new EntryRefusal('unsupported-type');
}
