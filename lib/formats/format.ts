import type { EntryReason, FileReason } from '../errors.ts';
import type { NewAccount } from '../otp/account.ts';
import type { FileKind } from './parse/file-kind.ts';

export interface ReadAccount {
  readonly kind: 'account';
  /** Exactly as the file says it; whoever has it last wipes its secret. */
  readonly account: NewAccount;
  /**
   * Said of an account that its owner had deleted in the other app: it is
   * listed, but not chosen by default.
   */
  readonly trashed?: true;
  /** Said of the text of a QR code whose period is 0: the default was taken in its place. */
  readonly assumed?: 'period';
  /** The number of the line, from 1, in files that are read line by line. */
  readonly line?: number;
}

/** Names and the line say which entry it was; the secret never does. */
export interface RefusedEntry {
  readonly kind: 'refused';
  readonly reason: EntryReason;
  readonly issuer: string;
  readonly label: string;
  /** The number of the line, from 1, in files that are read line by line. */
  readonly line?: number;
}

export type ImportEntry = ReadAccount | RefusedEntry;

/** One code of an export of Google Authenticator, which may be spread over several. */
export interface ExportPart {
  readonly entries: readonly ImportEntry[];
  /** How many codes make up the export, and which of them this is, from 0. */
  readonly size: number;
  readonly index: number;
  /** The same in all codes of one export; absent where the app wrote none. */
  readonly exportId?: string;
}

export type FileAnswer =
  | {
      readonly kind: 'read';
      /** The app the file comes from: a proper name, shown as it is. */
      readonly app: string;
      readonly entries: readonly ImportEntry[];
      readonly parts: readonly ExportPart[];
    }
  | {
      readonly kind: 'needs-password' | 'wrong-password';
      readonly app: string;
      readonly memoryMib?: number;
    }
  /** Its QR codes have to be read before: that is another room's work. */
  | { readonly kind: 'picture' }
  | {
      readonly kind: 'refused';
      readonly reason: FileReason;
      readonly app?: string;
      readonly memoryMib?: number;
    };

/** What a member of this room answers; it throws FileRefusal where the file as a whole is bad. */
export type FormatAnswer =
  | readonly ImportEntry[]
  | { readonly entries: readonly ImportEntry[]; readonly parts: readonly ExportPart[] }
  | 'needs-password'
  | 'wrong-password';

/** A chosen file as the formats see it (import-file.ts makes it). */
export interface FormatInput {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly kind: FileKind;
  /** Undefined when the bytes are no text. */
  readonly text: string | undefined;
  /** Undefined when the text does not begin as JSON does; throws FileRefusal when only the rest is broken. */
  readonly json: unknown;
}

/** One format of one app. */
export interface Format {
  /** Proper name of the app, shown as it is. */
  readonly app: string;
  /** Whether the content, never the file's name, is of this format. */
  readonly claims: (file: FormatInput) => boolean;
  /** `password` is absent until the user was asked for it; it is never empty. */
  readonly read: (file: FormatInput, password?: string) => FormatAnswer | Promise<FormatAnswer>;
  /**
   * The memory, MiB, that opening a locked file takes: in formats whose files say it.
   * Throws FileRefusal when it is more than any real file takes.
   */
  readonly memoryMib?: (file: FormatInput) => number | undefined;
}
