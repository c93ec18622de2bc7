import { AppError } from '../../lib/errors.ts';
import { useWords } from '../ui/words.ts';

/** What one backup may have; the background refuses more (lib/vault/format/backup-file.ts). */
const MOST_BYTES = 10 * 1024 * 1024;

interface ChooseBackupProps {
  readonly busy: boolean;
  readonly look?: 'primary';
  /** `read` throws 'backup-too-large' for a file that it does not even read. */
  readonly onFile: (read: () => Promise<string>) => void;
}

/** A button that is a file field. */
export function ChooseBackup({ busy, look, onFile }: ChooseBackupProps) {
  const words = useWords();
  return (
    <label class={look ? `button button-${look}` : 'button'}>
      {words('backup_restore')}
      <input
        class="unseen"
        type="file"
        accept=".json,application/json"
        aria-disabled={busy}
        onChange={({ currentTarget }) => {
          const [file] = Array.from(currentTarget.files ?? []);
          // The same file may be chosen again.
          currentTarget.value = '';
          if (!file || busy) return;
          onFile(async () => {
            if (file.size > MOST_BYTES) throw new AppError('backup-too-large');
            return file.text();
          });
        }}
      />
    </label>
  );
}
