/** What leaves for other apps. */
import type { QrModules } from './views.ts';
import type { UnlockAnswer, UnlockSecret } from './vault-views.ts';

/** What may leave as a file; the last one is ciphertext. */
export const EXPORT_FILE_FORMS = ['otpauth', 'aegis', 'aegis-encrypted'] as const;
export type ExportFileForm = (typeof EXPORT_FILE_FORMS)[number];

/** What may be shown as QR codes: the batches of Google Authenticator, or a sheet with a code an account. */
export const EXPORT_CODE_FORMS = ['google', 'sheet'] as const;
export type ExportCodeForm = (typeof EXPORT_CODE_FORMS)[number];

/** A message holds no more codes than these make. */
export const MAX_EXPORTED_AS_CODES = 1000;

/** An account that was chosen and is not in an export: the form cannot hold it, no QR code can, or nobody can read it. */
export interface LeftOutAccount {
  readonly issuer: string;
  readonly label: string;
  readonly why: 'unsupported' | 'too-long' | 'unreadable';
}

type NotOpen = Exclude<UnlockAnswer, { readonly kind: 'open' }>;

interface ExportedFile {
  readonly kind: 'open';
  readonly text: string;
  readonly madeMs: number;
  readonly accounts: number;
  readonly leftOut: readonly LeftOutAccount[];
}

export type ExportFileAnswer = NotOpen | ExportedFile;

/** `of`: how many there are; absent in a backup of all of them, which alone counts as one. */
export type ExportBackupAnswer = NotOpen | (ExportedFile & { readonly of?: number });

export interface ExportCode {
  readonly accounts: readonly { readonly issuer: string; readonly label: string }[];
  readonly qr: QrModules;
}

export type ExportCodesAnswer =
  | NotOpen
  | {
      readonly kind: 'open';
      readonly codes: readonly ExportCode[];
      readonly leftOut: readonly LeftOutAccount[];
    };

/** What our own pages may ask for it. */
export interface ExportRequests {
  /**
   * The text of a file for other apps, after proof. `passphrase` protects the
   * file of the form 'aegis-encrypted', and goes with no other.
   */
  exportFile(ask: {
    readonly form: ExportFileForm;
    readonly ids: readonly string[];
    readonly passphrase?: string;
    readonly proof: UnlockSecret;
  }): ExportFileAnswer;
  /** A backup file of these accounts, after proof; of all of them it is that of the whole vault. */
  exportBackup(ask: {
    readonly ids: readonly string[];
    readonly proof: UnlockSecret;
  }): ExportBackupAnswer;
  /** QR codes for other apps, after proof. */
  exportCodes(ask: {
    readonly form: ExportCodeForm;
    readonly ids: readonly string[];
    readonly proof: UnlockSecret;
  }): ExportCodesAnswer;
}
