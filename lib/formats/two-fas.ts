import { findUtf8, wipe } from '../crypto/bytes.ts';
import { deriveForeignPbkdf2 } from '../crypto/foreign-kdf.ts';
import type { Format, FormatAnswer, ImportEntry } from './format.ts';
import { findGcmOpened, findLooseBase64 } from './open/ciphers.ts';
import { entryOf, refusedEntry, type RawAccount } from './parse/entry.ts';
import { fieldOf, isObject, listOf, parseJson, textOf } from './parse/json.ts';
import { findUriNames } from './parse/otpauth-uri.ts';
import { EntryRefusal, FileRefusal } from './parse/refusal.ts';
import { decodeSecret } from './parse/secret.ts';

const NEWEST_SCHEMA = 4;
const PBKDF2 = { iterations: 10_000, length: 32 } as const;

/** The backup of 2FAS (schemas 1 to 4), plain or encrypted. */
export const twoFas: Format = {
  app: '2FAS',
  claims: ({ json }) =>
    (Array.isArray(fieldOf(json, 'services')) || textOf(json, 'servicesEncrypted') !== '') &&
    fieldOf(json, 'Authenticators') === undefined,
  read: async ({ json }, password) => {
    const schema = fieldOf(json, 'schemaVersion');
    if (typeof schema === 'number' && schema > NEWEST_SCHEMA) {
      throw new FileRefusal('unsupported-version');
    }
    const encrypted = textOf(json, 'servicesEncrypted');
    if (encrypted === '') return entriesOf(listOf(json, 'services'));
    const services = readSealed(encrypted);
    if (password === undefined) return 'needs-password';
    const text = await findOpened(services, password);
    if (text === undefined) {
      // The same password sealed this check value: when it opens, the services are what is broken.
      const reference = textOf(json, 'reference');
      const isRight = reference !== '' && (await findOpened(readSealed(reference), password));
      if (isRight) throw new FileRefusal('damaged');
      return 'wrong-password';
    }
    const opened = parseJson(text);
    if (!Array.isArray(opened)) throw new FileRefusal('damaged');
    return entriesOf(opened as readonly unknown[]);
  },
};

type Sealed = Readonly<Record<'ciphertext' | 'salt' | 'nonce', Uint8Array<ArrayBuffer>>>;

/** base64(ciphertext ‖ tag):base64(salt):base64(nonce) */
function readSealed(text: string): Sealed {
  const [ciphertext, salt, nonce, ...rest] = text
    .split(':', 4)
    .map((part) => findLooseBase64(part));
  const isWhole = ciphertext && salt && nonce && rest.length === 0;
  if (!isWhole || nonce.length !== 12 || salt.length === 0 || ciphertext.length < 16) {
    throw new FileRefusal('damaged');
  }
  return { ciphertext, salt, nonce };
}

async function findOpened(sealed: Sealed, password: string): Promise<string | undefined> {
  const key = await deriveForeignPbkdf2(password, sealed.salt, 'SHA-256', PBKDF2);
  const opened = await findGcmOpened(key, { nonce: sealed.nonce, sealed: sealed.ciphertext });
  wipe(key);
  return opened && findUtf8(opened);
}

function entriesOf(services: readonly unknown[]): FormatAnswer {
  if (services.length === 0) throw new FileRefusal('no-accounts');
  return services.map((service) => entryOfService(service));
}

function entryOfService(service: unknown): ImportEntry {
  const otp = fieldOf(service, 'otp');
  const serviceName = textOf(service, 'name');
  if (!isObject(service)) return refusedEntry({ issuer: '', label: '' }, 'damaged');
  const link = findUriNames(textOf(otp, 'link'));
  const issuer = textOf(otp, 'issuer') || serviceName || link?.issuer || '';
  const name = {
    issuer,
    label: textOf(otp, 'account') || labelOf(textOf(otp, 'label'), issuer) || link?.label || '',
  };
  return entryOf(name, () => ({
    ...name,
    type: typeOf(textOf(otp, 'tokenType')),
    secret: decodeSecret(textOf(service, 'secret')),
    algorithm: fieldOf(otp, 'algorithm'),
    digits: fieldOf(otp, 'digits'),
    period: fieldOf(otp, 'period'),
    counter: fieldOf(otp, 'counter'),
  }));
}

/** The label repeats the issuer in schemas 1 to 3. */
function labelOf(label: string, issuer: string): string {
  return label.startsWith(`${issuer}:`) ? label.slice(issuer.length + 1) : label;
}

/** Schemas 1 and 2 know no types: their counter-based accounts cannot be told from others. */
function typeOf(type: string): RawAccount['type'] {
  const name = type.toLowerCase();
  if (name === '' || name === 'totp') return 'totp';
  if (name === 'hotp' || name === 'steam') return name;
  throw new EntryRefusal('unsupported-type');
}
