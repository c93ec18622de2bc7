import type { ExportFileAnswer, ExportFileForm } from '../../lib/protocol/export-views.ts';
import { datedFileName } from '../transfer/backup-file-name.ts';
import { saveFile } from '../ui/save-file.ts';
import type { Language } from '../../lib/language/language.ts';
import { EXPORT_FORMS } from './export-forms.ts';

type MadeFile = Extract<ExportFileAnswer, { readonly kind: 'open' }>;

interface SavedExport {
  readonly statusText: string;
  readonly secrecy: 'protected' | 'readable';
}

/** Saves an export as a file, and gives the sentence that tells the user so. */
export function saveExport(
  form: ExportFileForm,
  made: MadeFile,
  { plural }: Language,
): SavedExport {
  const isList = form === 'otpauth';
  const name = datedFileName(form, made.madeMs, isList ? 'txt' : 'json');
  saveFile(name, made.text, isList ? 'text/plain' : 'application/json');
  const statusText = plural('export_saved', made.accounts, name);
  return { statusText, secrecy: EXPORT_FORMS[form].secrecy };
}
