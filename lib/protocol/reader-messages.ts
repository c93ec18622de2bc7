import type { ErrorCode } from '../errors.ts';
import type { ImportFileView, ImportedFile, MissingCodes } from './import-views.ts';

/** More is refused, by the page, by its reader, and again by the background. */
export const IMPORT_LIMITS = {
  /** Ten thousand accounts of Google Authenticator are a thousand pictures. */
  files: 2_000,
  /** Ten times what anyone has been seen with. */
  entries: 100_000,
  /** Far more than may be saved: what is longer is cut, and refused for its length all the same. */
  nameCharacters: 1024,
  /** base64 of 256 bytes. */
  secretCharacters: 344,
} as const;

/**
 * What the import page asks of its reader, the worker that opens the files of
 * other apps. Files come first; each later ask is about all that have come.
 */
export type ReaderAsk =
  | { readonly kind: 'read'; readonly files: readonly Blob[] }
  /** Opens the file with this index, in place of what was known of it. */
  | { readonly kind: 'open'; readonly index: number; readonly password: string }
  /** What was read, once more. */
  | { readonly kind: 'again' };

/** What the files hold. */
export interface FilesReading {
  /** Without a secret: what the page shows. */
  readonly files: readonly ImportFileView[];
  readonly missing: readonly MissingCodes[];
  /** With the secrets: the page hands it on to the background, unread, and keeps nothing of it. */
  readonly contents: readonly ImportedFile[];
}

/** Which of the files is being read, from 1. */
export interface ReaderProgress {
  readonly file: number;
  readonly of: number;
}

/** Progress comes any number of times before the answer. */
export type ReaderReply =
  | { readonly kind: 'progress'; readonly progress: ReaderProgress }
  | { readonly kind: 'reading'; readonly reading: FilesReading }
  | { readonly kind: 'failed'; readonly code: ErrorCode };
