import type { Format, FormatInput } from './format.ts';
import { hasFields, someOf, textOf } from './parse/json.ts';
import { FileRefusal } from './parse/refusal.ts';

interface Unreadable {
  /** What its words say of the way out; a proper name, or a kind of file. */
  readonly app: string;
  readonly isIt: (file: FormatInput) => boolean;
}

const inText =
  (pattern: RegExp) =>
  ({ text }: FormatInput): boolean =>
    text !== undefined && pattern.test(text);

/** The most of a database that is searched for the names of its columns, which stand in its first pages. */
const SCHEMA_BYTES = 100_000;

/** The database of Microsoft Authenticator, 'PhoneFactor', as backups of a phone hold it. */
function isPhoneFactor({ kind, bytes }: FormatInput): boolean {
  if (kind !== 'sqlite') return false;
  const schema = new TextDecoder('latin1').decode(bytes.subarray(0, SCHEMA_BYTES));
  return schema.includes('oath_secret_key');
}

/** The first that fits names the file, so the wide ones stand last. */
const UNREADABLE: readonly Unreadable[] = [
  // Ours is restored elsewhere: it opens with what unlocks the vault, which no file is to ask for here.
  { app: 'Nightlatch', isIt: ({ json }) => textOf(json, 'format') === 'nightlatch-backup' },
  { app: 'KeePass', isIt: ({ kind }) => kind === 'keepass' },
  { app: 'KeePass', isIt: inText(/^\s*(?:<\?xml[^>]*>\s*)?<KeePassFile/u) },
  { app: 'FreeOTP 2', isIt: ({ kind }) => kind === 'java-objects' },
  { app: 'Microsoft Authenticator', isIt: (file) => isPhoneFactor(file) },
  { app: 'Microsoft Authenticator', isIt: inText(/^\s*phonefactor:\/\//iu) },
  { app: 'SQLite', isIt: ({ kind }) => kind === 'sqlite' },
  { app: 'PDF', isIt: ({ kind }) => kind === 'pdf' },
  { app: 'OpenPGP', isIt: inText(/^\s*-----BEGIN PGP MESSAGE-----/u) },
  { app: 'Authy', isIt: inText(/^\s*<[^]{0,400}com\.authy/u) },
  { app: 'Authy', isIt: ({ json }) => someOf(json, (one) => hasFields(one, 'decryptedSecret')) },
  { app: 'Battle.net', isIt: inText(/^\s*<[^]{0,400}com\.blizzard/u) },
  { app: 'FreeOTP', isIt: inText(/^\s*<[^]{0,4000}(?:issuerExt|tokenOrder)/u) },
  { app: 'WinAuth', isIt: inText(/^\s*(?:<\?xml[^>]*>\s*)?<WinAuth/iu) },
  { app: 'HTML', isIt: inText(/^\s*<(?:!doctype html|html)/iu) },
  { app: 'XML', isIt: inText(/^\s*<\?xml/iu) },
  // Nothing but base64: an encrypted file whose app left no sign in it.
  { app: '', isIt: inText(/^\s*[A-Za-z0-9+/]{64}[A-Za-z0-9+/\s]*(?:=[=\s]*)?$/u) },
  { app: '', isIt: ({ kind }) => kind === 'packed' },
];

/** Files that exist but cannot be read: named, so that their owner learns the way out. */
export const unreadable: Format = {
  app: '',
  claims: (file) => UNREADABLE.some(({ isIt }) => isIt(file)),
  read: (file) => {
    const app = UNREADABLE.find(({ isIt }) => isIt(file))?.app;
    throw new FileRefusal('unsupported-format', app === '' ? undefined : app);
  },
};
