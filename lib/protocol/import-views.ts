/** What our own pages see of the files of other apps. */
import type { EntryReason, ErrorCode, FileReason } from '../errors.ts';
import type { OtpParameters } from '../otp/account.ts';

/** An account of another app's file, with its secret in base64. */
type ImportedAccount = OtpParameters & {
  readonly issuer: string;
  readonly label: string;
  readonly secret: string;
};

/** One entry of another app's file, as its reader hands it over (lib/formats/format.ts says what is what). */
export type ImportedEntry =
  | {
      readonly kind: 'account';
      readonly account: ImportedAccount;
      readonly trashed?: true;
    }
  | {
      readonly kind: 'refused';
      readonly reason: EntryReason;
      readonly issuer: string;
      readonly label: string;
      readonly line?: number;
    };

/** What one file of another app holds. */
export interface ImportedFile {
  readonly entries: readonly ImportedEntry[];
}

/** What one chosen file is. */
export interface ImportFileView {
  readonly kind: 'read' | 'needs-password' | 'wrong-password' | 'refused';
  /** The app it is of, as far as it can be told: a proper name. */
  readonly app?: string;
  /** Memory that opening it takes, where the file says it. */
  readonly memoryMib?: number;
  /** Why it is refused; no-code: a picture without a QR code. */
  readonly reason?: FileReason | 'no-code';
}

/** One account or one bad entry of the files; it is asked for by its index in the list. */
export interface ImportLine {
  /** twice: the very same stands in the files before. */
  readonly kind: 'new' | 'same-name' | 'there' | 'twice' | 'trashed' | 'refused';
  /** The index of its file. */
  readonly file: number;
  readonly line?: number;
  readonly issuer: string;
  readonly label: string;
  /** Why the file's entry is bad. */
  readonly reason?: EntryReason;
  /** Why the vault cannot keep it, though the entry is good. */
  readonly code?: ErrorCode;
}

/** Codes of an export that are still to come, numbered from 1. */
export interface MissingCodes {
  readonly size: number;
  readonly numbers: readonly number[];
}

/** What an import would bring: the files and what is missing by their reader, the lines by the background. */
export interface ImportView {
  readonly files: readonly ImportFileView[];
  readonly lines: readonly ImportLine[];
  readonly missing: readonly MissingCodes[];
}
