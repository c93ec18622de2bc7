import { BackupFilePicker } from '../../components/transfer/backup-file-picker.tsx';
import { ErrorNote } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import type { MessageKey } from '../../lib/language/messages.ts';
import { ask } from '../../lib/protocol/client.ts';

interface PickBackupProps {
  readonly look?: 'primary';
  /** The words of the button, where they are not 'Restore a backup'. */
  readonly label?: MessageKey;
  /** Called with the text of a file that is a backup. */
  readonly onBackup: (text: string) => void;
}

/** Has the user pick a backup file, and says at once if the file is none. */
export function PickBackup({ look, label, onBackup }: PickBackupProps) {
  const task = useTask();
  return (
    <>
      <div class="actions">
        <BackupFilePicker
          busy={task.busy}
          {...(look ? { look } : {})}
          {...(label ? { label } : {})}
          onFile={(read) =>
            task.run(async () => {
              const text = await read();
              await ask('backupLook', { text });
              onBackup(text);
            })
          }
        />
      </div>
      <ErrorNote code={task.errorCode} />
    </>
  );
}
