import type { ExportCodeForm, ExportFileForm } from '../../lib/protocol/export-views.ts';
import type { MessageKey } from '../../lib/language/messages.ts';

export type ExportForm = ExportFileForm | ExportCodeForm | 'backup';

interface FormFacts {
  readonly title: MessageKey;
  readonly hint: MessageKey;
  /** Said before the proof. */
  readonly warning: MessageKey;
  /** own: the file gets a passphrase of its own. vault: what unlocks the vault opens it. readable: nothing protects it. */
  readonly secrecy: 'own' | 'vault' | 'readable';
}

/** In the order in which they are offered: what other apps read, the safest first, then what only Nightlatch reads. */
export const OFFERED_FORMS: readonly ExportForm[] = [
  'aegis-encrypted',
  'aegis',
  'otpauth',
  'google',
  'sheet',
  'backup',
];

export const EXPORT_FORMS: Readonly<Record<ExportForm, FormFacts>> = {
  backup: {
    title: 'export_form_backup',
    hint: 'export_form_backup_hint',
    warning: 'export_backup_opens',
    secrecy: 'vault',
  },
  'aegis-encrypted': {
    title: 'export_form_aegis_encrypted',
    hint: 'export_form_aegis_encrypted_hint',
    warning: 'export_protected',
    secrecy: 'own',
  },
  aegis: {
    title: 'export_form_aegis',
    hint: 'export_form_aegis_hint',
    warning: 'export_readable',
    secrecy: 'readable',
  },
  otpauth: {
    title: 'export_form_otpauth',
    hint: 'export_form_otpauth_hint',
    warning: 'export_readable',
    secrecy: 'readable',
  },
  google: {
    title: 'export_form_google',
    hint: 'export_form_google_hint',
    warning: 'export_visible',
    secrecy: 'readable',
  },
  sheet: {
    title: 'export_form_sheet',
    hint: 'export_form_sheet_hint',
    warning: 'export_visible',
    secrecy: 'readable',
  },
};

/** Whether it is shown as QR codes, not saved as a file. */
export function isCodeForm(form: ExportForm): form is ExportCodeForm {
  return form === 'google' || form === 'sheet';
}
