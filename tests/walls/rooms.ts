/**
 * The architecture: which room may import which. Arrows only run down, and
 * what is not listed is forbidden: a new package or a new room fails the test
 * until it has its line here (and a package its line in the README).
 */

/** A room, 'room (types)' for type-only imports, or one file of a room. */
export type Grant = string;

interface Room {
  readonly name: string;
  /** Matches the paths of its files, relative to the project's root. */
  readonly files: RegExp;
  readonly imports: readonly Grant[];
}

const ERRORS = 'lib/errors';
const LIMITS = 'lib/limits';
const BASE64 = 'lib/base64';
const OTP_TYPES = 'lib/otp (types)';
/** The shape of an account and its bounds, which every room may know. */
const ACCOUNT = 'lib/otp/account.ts';
/** Which letters of a text are those of a secret: a form and the parser must agree. */
const SECRET_LETTERS = 'lib/otp/secret-letters.ts';
/** Every language, with the import of its texts. */
const LANGUAGES = 'the languages';
/** Their tags alone. */
const LANGUAGE_TAGS = 'lib/language/tags.ts';
const ACCOUNT_ORDER = 'lib/otp/account-order.ts';

/** What every folder of the vault is built on. */
const VAULT_BASE = [ERRORS, BASE64, 'lib/otp', 'lib/crypto'];
/** The vault as it is stored, for the folders above. */
const VAULT_STORED = ['lib/vault/model', 'lib/vault/format', 'lib/vault/store'];
/** What the prompt and the enrolment in a page have in common. */
const PAGE_BASE = [
  ERRORS,
  LIMITS,
  'lib/page/dom',
  'lib/page/visibility',
  'lib/page/field',
  'lib/page/fill',
  'lib/protocol (types)',
];

/** A folder of `parent` that is a room of its own. */
function folderOf(parent: string, folder: string, imports: readonly Grant[]): Room {
  return { name: `${parent}/${folder}`, files: new RegExp(`^${parent}/${folder}/`), imports };
}

/** First match wins. Importing inside the own room is always allowed. */
export const rooms: readonly Room[] = [
  { name: ERRORS, files: /^lib\/errors\.ts$/, imports: [] },
  { name: LIMITS, files: /^lib\/limits\.ts$/, imports: [] },

  { name: BASE64, files: /^lib\/base64\.ts$/, imports: [] },
  // Texts for people, which only the page of the guide carries.
  { name: 'lib/guide', files: /^lib\/guide\//, imports: [] },
  { name: 'lib/otp', files: /^lib\/otp\//, imports: [ERRORS, BASE64] },
  { name: 'lib/qr', files: /^lib\/qr\//, imports: [ERRORS, LIMITS] },
  { name: 'lib/sites', files: /^lib\/sites\//, imports: [ERRORS] },
  { name: 'lib/clock', files: /^lib\/clock\//, imports: [ERRORS] },
  { name: 'lib/crypto', files: /^lib\/crypto\//, imports: [ERRORS] },
  // The writers alone: the background carries them, and none of the readers.
  folderOf('lib/formats', 'write', [ERRORS, BASE64, 'lib/otp', 'lib/crypto']),
  {
    name: 'lib/formats',
    files: /^lib\/formats\//,
    imports: [ERRORS, LIMITS, BASE64, 'lib/otp', 'lib/crypto'],
  },
  { name: 'lib/strength', files: /^lib\/strength\//, imports: [ERRORS] },
  {
    name: 'lib/policy',
    files: /^lib\/policy\//,
    imports: [ERRORS, LIMITS, LANGUAGE_TAGS, 'lib/otp', 'lib/sites'],
  },
  // The vault, one room a folder: nothing outside imports more than the root (see lib/vault/README.md).
  { name: 'lib/vault/model', files: /^lib\/vault\/model\.ts$/, imports: [OTP_TYPES] },
  folderOf('lib/vault', 'format', [...VAULT_BASE, LIMITS]),
  folderOf('lib/vault', 'store', [...VAULT_BASE, LIMITS, 'lib/vault/format']),
  folderOf('lib/vault', 'unlock', [...VAULT_BASE, ...VAULT_STORED]),
  folderOf('lib/vault', 'backup', [...VAULT_BASE, ...VAULT_STORED, 'lib/vault/unlock']),
  {
    name: 'lib/vault',
    files: /^lib\/vault\/[^/]+$/,
    imports: [...VAULT_BASE, ...VAULT_STORED, 'lib/vault/unlock', 'lib/vault/backup'],
  },
  // The English words are the source of the message keys' types.
  { name: 'words', files: /^public\/_locales\/en\/messages\.json$/, imports: [] },
  // The register loads the texts of a language: our own pages do, and nobody else.
  { name: LANGUAGE_TAGS, files: /^lib\/language\/tags\.ts$/, imports: [] },
  { name: LANGUAGES, files: /^lib\/language\/index\.ts$/, imports: ['words', LANGUAGE_TAGS] },
  { name: 'lib/language', files: /^lib\/language\//, imports: [ERRORS, 'words (types)'] },
  {
    name: 'the language of our pages',
    files: /^lib\/browser\/(?:choose-)?language\.ts$/,
    // It gives the background what is said outside of our pages.
    imports: [LANGUAGES, LANGUAGE_TAGS, 'lib/language', 'lib/browser', 'lib/protocol/client.ts'],
  },
  {
    name: 'lib/browser',
    files: /^lib\/browser\//,
    imports: [ERRORS, LIMITS, BASE64, LANGUAGE_TAGS, 'lib/language'],
  },
  // Code in a foreign page, one room a folder (see lib/page/README.md).
  folderOf('lib/page', 'dom', ['lib/sites']),
  folderOf('lib/page', 'visibility', [LIMITS, 'lib/page/dom']),
  folderOf('lib/page', 'field', ['lib/page/dom']),
  // The finder of the decoder, and nothing else of it: see content-scripts.ts.
  folderOf('lib/page', 'qr', ['lib/page/dom', 'lib/qr/finder.ts', 'lib/qr (types)']),
  folderOf('lib/page', 'fill', ['lib/page/dom', 'lib/page/field']),
  folderOf('lib/page', 'prompt', [...PAGE_BASE, 'lib/policy (types)']),
  folderOf('lib/page', 'enrolment', [...PAGE_BASE, 'lib/page/qr', OTP_TYPES, 'lib/qr (types)']),
  {
    name: 'lib/protocol',
    files: /^lib\/protocol\//,
    // The names of the field finder's signals, purposes and refusals, which are data: an answer may hold no others.
    imports: [
      ERRORS,
      LIMITS,
      ACCOUNT,
      OTP_TYPES,
      'lib/policy (types)',
      'lib/browser',
      'lib/page/field/weights.ts',
      'lib/page/field/purposes.ts',
      'lib/page/field/refusals.ts',
    ],
  },
  {
    name: 'components',
    files: /^components\//,
    // What a screen shows is declared once, in lib/protocol.
    imports: [
      ERRORS,
      LIMITS,
      ACCOUNT,
      SECRET_LETTERS,
      OTP_TYPES,
      'lib/protocol (types)',
      'lib/language',
      'lib/guide (types)',
    ],
  },
  {
    name: 'entrypoints/background',
    files: /^entrypoints\/background\//,
    imports: [
      ERRORS,
      LIMITS,
      BASE64,
      'lib/otp',
      'lib/qr',
      'lib/sites',
      'lib/clock',
      'lib/crypto',
      // The readers themselves are the worker's: the background wakes for every code.
      'lib/formats (types)',
      'lib/formats/write',
      'lib/language (types)',
      'lib/policy',
      'lib/vault',
      'lib/vault/model',
      'lib/browser',
      'lib/protocol',
    ],
  },
  {
    name: 'the reader of files',
    files: /^entrypoints\/import-reader\//,
    imports: [
      ERRORS,
      LIMITS,
      BASE64,
      'lib/qr',
      'lib/formats',
      // No more of it: a worker has no extension API.
      'lib/browser/picture.ts',
      'lib/protocol/reader-messages.ts',
      'lib/protocol (types)',
    ],
  },
  {
    name: 'entrypoints/offscreen',
    files: /^entrypoints\/offscreen\//,
    imports: ['lib/browser', 'lib/protocol'],
  },
  {
    name: 'a content script',
    files: /^entrypoints\/[^/]+\.content\//,
    imports: [
      ERRORS,
      BASE64,
      'lib/sites',
      'lib/page/dom',
      'lib/page/field',
      'lib/page/prompt',
      'lib/page/enrolment',
      'lib/page/qr/find-candidates.ts',
      'lib/protocol',
      'lib/browser/i18n.ts',
    ],
  },
  {
    name: 'the page of the guide',
    files: /^entrypoints\/guide\//,
    imports: ['lib/guide', 'the language of our pages', 'components'],
  },
  {
    name: 'a page of ours',
    files: /^entrypoints\/[^/]+\//,
    imports: [
      ERRORS,
      LIMITS,
      OTP_TYPES,
      ACCOUNT_ORDER,
      'lib/sites',
      'lib/strength',
      'lib/language (types)',
      'the language of our pages',
      'lib/browser',
      'lib/protocol',
      'components',
    ],
  },
  { name: 'the build', files: /^wxt\.config\.ts$/, imports: ['lib/sites'] },
];

/** Every package that shipped code may import, with the rooms that own it. */
export const packages: Readonly<Record<string, readonly string[]>> = {
  '@bufbuild/protobuf': ['lib/otp', 'lib/formats', 'lib/formats/write'],
  '@noble/ciphers': ['lib/formats'],
  '@zxcvbn-ts/core': ['lib/strength'],
  '@zxcvbn-ts/language-common': ['lib/strength'],
  'hash-wasm': ['lib/crypto'],
  jsqr: ['lib/qr'],
  otpauth: ['lib/otp'],
  preact: ['components', 'the page of the guide', 'a page of ours'],
  qr: ['lib/qr'],
  uqr: ['lib/qr'],
  valibot: ['lib/policy', 'lib/protocol', 'lib/vault'],
  'webextension-polyfill': ['lib/browser'],
  wxt: [
    'entrypoints/background',
    'the reader of files',
    'a page of ours',
    'a content script',
    'the build',
  ],
};
