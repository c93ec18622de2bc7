import type {
  ExportBackupAnswer,
  ExportFileAnswer,
  ExportFileForm,
} from '../../lib/protocol/export-views.ts';
import { backupFileName, datedFileName } from '../transfer/backup-file-name.ts';
import { saveFile } from '../ui/save-file.ts';
import type { Language } from '../../lib/language/language.ts';
import { EXPORT_FORMS } from './export-forms.ts';

type MadeFile = Extract<ExportFileAnswer, { readonly kind: 'open' }>;

interface SavedExport {
  readonly statusText: string;
  readonly secrecy: 'own' | 'vault' | 'readable';
}

/** Has the browser save an export as a file, and gives the sentence that tells the user so. */
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

/** The same of a backup file. What it lacks is said by its name, too: it is no backup of the whole vault. */
export function saveChosenBackup(
  { text, madeMs, accounts, of }: Extract<ExportBackupAnswer, { readonly kind: 'open' }>,
  { words }: Language,
): SavedExport {
  const part = of === undefined ? undefined : { accounts, of };
  const name = backupFileName(madeMs, part);
  saveFile(name, text, 'application/json');
  const statusText = part
    ? words('export_backup_saved', name, accounts, part.of)
    : words('backup_saved', name);
  return { statusText, secrecy: 'vault' };
}
