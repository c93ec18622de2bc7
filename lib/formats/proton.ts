import { utf8, wipe } from '../crypto/bytes.ts';
import { deriveForeignArgon2id } from '../crypto/foreign-kdf.ts';
import type { Format, FormatAnswer, ImportEntry } from './format.ts';
import { findGcmText, findLooseBase64 } from './open/ciphers.ts';
import { orRefusal } from './open/kdf.ts';
import { refusedEntry } from './parse/entry.ts';
import { fieldOf, hasFields, isObject, listOf, parseJson, textOf } from './parse/json.ts';
import { entryOfUri } from './parse/otpauth-uri.ts';
import { FileRefusal } from './parse/refusal.ts';

const VERSION = 1;
const COST = { memoryKib: 19_456, iterations: 2, parallelism: 1 } as const;
const KEY_BYTES = 32;
const ADDITIONAL_DATA = 'proton.authenticator.export.v1';
/** Nonce and tag, around at least two bytes of JSON. */
const CONTENT_BYTES_MIN = 30;

/** The export of Proton Authenticator, plain or encrypted. */
export const proton: Format = {
  app: 'Proton Authenticator',
  claims: ({ json }) =>
    (Array.isArray(fieldOf(json, 'entries')) && hasFields(json, 'version')) ||
    (hasFields(json, 'version', 'salt', 'content') && !hasFields(json, 'encrypted')),
  read: async ({ json }, password) => {
    if (hasFields(json, 'entries')) return entriesOf(json);
    const salt = findLooseBase64(textOf(json, 'salt'));
    const content = findLooseBase64(textOf(json, 'content'));
    if (fieldOf(json, 'version') !== VERSION) throw new FileRefusal('unsupported-version');
    if (!salt || salt.length < 8 || !content || content.length < CONTENT_BYTES_MIN) {
      throw new FileRefusal('damaged');
    }
    if (password === undefined) return 'needs-password';
    const key = await orRefusal(deriveForeignArgon2id(password, salt, COST, KEY_BYTES));
    const text = await findGcmText(key, content, utf8(ADDITIONAL_DATA));
    wipe(key);
    return text === undefined ? 'wrong-password' : entriesOf(parseJson(text));
  },
};

function entriesOf(json: unknown): FormatAnswer {
  if (fieldOf(json, 'version') !== VERSION) throw new FileRefusal('unsupported-version');
  const entries = listOf(json, 'entries');
  if (entries.length === 0) throw new FileRefusal('no-accounts');
  return entries.map((entry): ImportEntry => {
    const content = fieldOf(entry, 'content');
    const label = textOf(content, 'name');
    const uri = textOf(content, 'uri');
    if (!isObject(content) || uri === '') {
      return refusedEntry({ issuer: '', label }, 'damaged');
    }
    return entryOfUri(uri, { label });
  });
}
