import type { ExportFileForm } from '../../lib/protocol/export-views.ts';
import type { MessageKey } from '../ui/words.ts';

export type ExportForm = ExportFileForm;

interface FormFacts {
  readonly title: MessageKey;
  readonly hint: MessageKey;
  /** protected: whoever has it can do nothing with it. */
  readonly secrecy: 'protected' | 'readable';
}

/** In the order in which they are offered: the safest first. */
export const OFFERED_FORMS: readonly ExportForm[] = ['aegis-encrypted', 'aegis', 'otpauth'];

export const EXPORT_FORMS: Readonly<Record<ExportForm, FormFacts>> = {
  'aegis-encrypted': {
    title: 'export_form_aegis_encrypted',
    hint: 'export_form_aegis_encrypted_hint',
    secrecy: 'protected',
  },
  aegis: { title: 'export_form_aegis', hint: 'export_form_aegis_hint', secrecy: 'readable' },
  otpauth: { title: 'export_form_otpauth', hint: 'export_form_otpauth_hint', secrecy: 'readable' },
};
