import { AppError } from '../../lib/errors.ts';
import { BACKUP_CHARACTERS_MAX } from '../../lib/limits.ts';
import type { MessageKey } from '../../lib/language/messages.ts';
import { useWords } from '../ui/words.ts';

interface BackupFilePickerProps {
  readonly busy: boolean;
  readonly look?: 'primary';
  readonly label?: MessageKey;
  /** `read` gives the file's text, or throws 'backup-too-large' without reading it. */
  readonly onFile: (read: () => Promise<string>) => void;
}

/** A file field that looks like a button: the user picks a backup file. */
export function BackupFilePicker({ busy, look, label, onFile }: BackupFilePickerProps) {
  const words = useWords();
  return (
    <label class={look ? `button button-${look}` : 'button'}>
      {words(label ?? 'backup_restore')}
      <input
        class="unseen"
        type="file"
        accept=".json,application/json"
        aria-disabled={busy}
        onChange={({ currentTarget }) => {
          const [file] = Array.from(currentTarget.files ?? []);
          // The browser tells of the same file again only if the field was emptied.
          currentTarget.value = '';
          if (!file || busy) return;
          onFile(async () => {
            if (file.size > BACKUP_CHARACTERS_MAX) throw new AppError('backup-too-large');
            return file.text();
          });
        }}
      />
    </label>
  );
}
