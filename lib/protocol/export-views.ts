/** What leaves for other apps. */
import type { QrModules } from './views.ts';
import type { UnlockAnswer } from './vault-views.ts';

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

export type ExportFileAnswer =
  | Exclude<UnlockAnswer, { readonly kind: 'open' }>
  | {
      readonly kind: 'open';
      readonly text: string;
      readonly madeMs: number;
      readonly accounts: number;
      readonly leftOut: readonly LeftOutAccount[];
    };

export type ExportBackupAnswer =
  | Exclude<UnlockAnswer, { readonly kind: 'open' }>
  | {
      readonly kind: 'open';
      readonly text: string;
      readonly madeMs: number;
      readonly accounts: number;
      /** How many there are; absent in a backup of all of them, which alone counts as one. */
      readonly of?: number;
      readonly leftOut: readonly LeftOutAccount[];
    };

export interface ExportCode {
  readonly accounts: readonly { readonly issuer: string; readonly label: string }[];
  readonly qr: QrModules;
}

export type ExportCodesAnswer =
  | Exclude<UnlockAnswer, { readonly kind: 'open' }>
  | {
      readonly kind: 'open';
      readonly codes: readonly ExportCode[];
      readonly leftOut: readonly LeftOutAccount[];
    };
