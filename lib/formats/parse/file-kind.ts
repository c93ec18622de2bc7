/** What the first bytes of a file say of it. */
export type FileKind =
  | 'zip'
  | 'picture'
  | 'stratum'
  | 'stratum-legacy'
  | 'sqlite'
  | 'keepass'
  | 'java-objects'
  | 'pdf'
  | 'packed'
  | 'unknown';

/** The two that Stratum writes itself differ in their capitals alone. */
export const STRATUM_MAGIC = 'AUTHENTICATORPRO';
const STRATUM_LEGACY_MAGIC = 'AuthenticatorPro';

const STARTS: readonly (readonly [FileKind, string])[] = [
  ['zip', 'PK\u0003\u0004'],
  ['zip', 'PK\u0005\u0006'],
  ['picture', '\u0089PNG\r\n'],
  ['picture', '\u00ff\u00d8\u00ff'],
  ['picture', 'GIF8'],
  ['picture', 'BM'],
  ['stratum', STRATUM_MAGIC],
  ['stratum-legacy', STRATUM_LEGACY_MAGIC],
  ['sqlite', 'SQLite format 3\u0000'],
  ['keepass', '\u0003\u00d9\u00a2\u009a'],
  ['java-objects', '\u00ac\u00ed\u0000\u0005'],
  ['pdf', '%PDF-'],
  ['packed', '\u001f\u008b'],
  ['packed', '7z\u00bc\u00af'],
  ['packed', 'Rar!'],
];

export function fileKindOf(bytes: Uint8Array): FileKind {
  // 'BM' alone is the start of many a text.
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'picture';
  if (/^....ftyp(?:avif|heic|mif1)/su.test(start)) return 'picture';
  const isBitmap = start.startsWith('BM') && bytes[14] === 40 && bytes[15] === 0;
  const kind = STARTS.find(([, magic]) => start.startsWith(magic))?.[0] ?? 'unknown';
  return start.startsWith('BM') && !isBitmap ? 'unknown' : kind;
}
