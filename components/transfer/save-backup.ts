import { saveFile } from '../ui/save-file.ts';
import type { Words } from '../ui/words.ts';
import { backupFileName } from './backup-file-name.ts';

interface MadeBackup {
  readonly text: string;
  /** Unix time, ms. */
  readonly madeMs: number;
  /** Accounts that cannot be read, and are not in it. */
  readonly unreadable: number;
}

/** Hands a backup to the browser as a file; gives the sentence that says so. */
export function saveBackup({ text, madeMs, unreadable }: MadeBackup, words: Words): string {
  const name = backupFileName(madeMs);
  saveFile(name, text, 'application/json');
  return unreadable === 0
    ? words('backup_saved', name)
    : words('backup_saved_without', name, String(unreadable));
}
