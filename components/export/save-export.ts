import type { ExportFileAnswer, ExportFileForm } from '../../lib/protocol/export-views.ts';
import { datedFileName } from '../transfer/backup-file-name.ts';
import { saveFile } from '../ui/save-file.ts';
import type { Words } from '../ui/words.ts';
import { EXPORT_FORMS } from './export-forms.ts';

type MadeFile = Extract<ExportFileAnswer, { readonly kind: 'open' }>;

interface SavedExport {
  readonly statusText: string;
  readonly secrecy: 'protected' | 'readable';
}

/** Saves an export as a file, and gives the sentence that tells the user so. */
export function saveExport(form: ExportFileForm, made: MadeFile, words: Words): SavedExport {
  const isList = form === 'otpauth';
  const name = datedFileName(form, made.madeMs, isList ? 'txt' : 'json');
  saveFile(name, made.text, isList ? 'text/plain' : 'application/json');
  const statusText =
    made.accounts === 1
      ? words('export_saved_one', name)
      : words('export_saved', name, String(made.accounts));
  return { statusText, secrecy: EXPORT_FORMS[form].secrecy };
}
