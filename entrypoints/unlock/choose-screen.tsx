import { ChooseBackup } from '../../components/transfer/choose-backup.tsx';
import { ErrorNote } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/task.ts';
import { ask } from '../../lib/protocol/client.ts';

interface ChooseScreenProps {
  readonly look?: 'primary';
  /** With the text of a file that is a backup. */
  readonly onBackup: (text: string) => void;
}

/** Chooses a backup file, and says at once if it is none. */
export function ChooseScreen({ look, onBackup }: ChooseScreenProps) {
  const task = useTask();
  return (
    <>
      <div class="actions">
        <ChooseBackup
          busy={task.busy}
          {...(look ? { look } : {})}
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
