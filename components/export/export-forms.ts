import type { ExportCodeForm, ExportFileForm } from '../../lib/protocol/export-views.ts';
import type { MessageKey } from '../../lib/language/messages.ts';

export type ExportForm = ExportFileForm | ExportCodeForm;

interface FormFacts {
  readonly title: MessageKey;
  readonly hint: MessageKey;
  /** Said before the proof. */
  readonly warning: MessageKey;
  /** protected: whoever has it can do nothing with it. */
  readonly secrecy: 'protected' | 'readable';
}

/** In the order in which they are offered: the safest first. */
export const OFFERED_FORMS: readonly ExportForm[] = [
  'aegis-encrypted',
  'aegis',
  'otpauth',
  'google',
  'sheet',
];

export const EXPORT_FORMS: Readonly<Record<ExportForm, FormFacts>> = {
  'aegis-encrypted': {
    title: 'export_form_aegis_encrypted',
    hint: 'export_form_aegis_encrypted_hint',
    warning: 'export_protected',
    secrecy: 'protected',
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
