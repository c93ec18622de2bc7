import type { OwnRequests } from '../../lib/protocol/own-messages.ts';
import { saveFile } from '../ui/save-file.ts';
import type { Language } from '../../lib/language/language.ts';
import { backupFileName } from './backup-file-name.ts';

type MadeBackup = Pick<ReturnType<OwnRequests['backupMake']>, 'text' | 'madeMs' | 'unreadable'>;

/** Has the browser save a backup as a file, and gives the sentence that tells the user so. */
export function saveBackup(
  { text, madeMs, unreadable }: MadeBackup,
  { words, plural }: Language,
): string {
  const name = backupFileName(madeMs);
  saveFile(name, text, 'application/json');
  return unreadable === 0
    ? words('backup_saved', name)
    : plural('backup_saved_without', unreadable, name);
}
