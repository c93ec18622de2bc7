/** What our own pages see of the files of other apps. */
import type { EntryReason, ErrorCode, FileReason } from '../errors.ts';
import type { DuplicateChoice, OtpParameters } from '../otp/account.ts';

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
      readonly assumed?: 'period';
      readonly line?: number;
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
  /** The app it is of: a proper name. An administrator may allow some only. */
  readonly app?: string;
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
  /** It says so many digits, and its name says Steam, whose codes are letters: the user is asked. */
  readonly maybeSteam?: { readonly digits: number };
  /** Its period of 0 cannot be meant: the default is taken. */
  readonly assumed?: 'period';
}

/** What an import changed. */
export interface ImportedIds {
  /** The accounts that were added. */
  readonly ids: readonly string[];
  /** Those that went into the bin for them. */
  readonly replacedIds: readonly string[];
}

/** A line that is to be saved. */
export interface ImportChoice {
  readonly index: number;
  /** What becomes of the saved account of the same name; both are kept where it does not say. */
  readonly duplicate?: DuplicateChoice;
  /** Saved as Steam's, whatever the file calls it. */
  readonly type?: 'steam';
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
