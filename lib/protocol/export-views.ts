/** What leaves for other apps. */
import type { UnlockAnswer } from './vault-views.ts';

/** What may leave as a file; the last one is ciphertext. */
export const EXPORT_FILE_FORMS = ['otpauth', 'aegis', 'aegis-encrypted'] as const;
export type ExportFileForm = (typeof EXPORT_FILE_FORMS)[number];

/** An account that was chosen and is not in an export: the form cannot hold it, or nobody can read it. */
export interface LeftOutAccount {
  readonly issuer: string;
  readonly label: string;
  readonly why: 'unsupported' | 'unreadable';
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
