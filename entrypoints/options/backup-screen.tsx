import { useState } from 'preact/hooks';
import { BackupSection } from '../../components/transfer/backup-section.tsx';
import { saveBackup } from '../../components/transfer/save-backup.ts';
import { ErrorNote, Status } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/task.ts';
import { useWords } from '../../components/ui/words.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { BackupView } from '../../lib/protocol/views.ts';
import { RestoreDialog } from './restore-dialog.tsx';

interface BackupScreenProps {
  readonly backup: BackupView;
  /** The vault or its backup is another one now. */
  readonly onChanged: () => Promise<void>;
}

/** Saves and restores backups of the open vault. */
export function BackupScreen({ backup, onChanged }: BackupScreenProps) {
  const words = useWords();
  const task = useTask();
  const [text, setText] = useState<string>();
  const [said, setSaid] = useState('');
  const backUp = (): void =>
    task.run(async () => {
      setSaid('');
      const made = await ask('backupMake', {});
      const sentence = saveBackup(made, words);
      await ask('backupKept', { madeMs: made.madeMs });
      setSaid(sentence);
      await onChanged();
    });
  return (
    <BackupSection
      backup={backup}
      wanted={location.hash === '#backup' ? 'wanted' : 'there'}
      busy={task.busy}
      onBackUp={backUp}
      onFile={(read) =>
        task.run(async () => {
          setSaid('');
          const chosen = await read();
          await ask('backupLook', { text: chosen });
          setText(chosen);
        })
      }
    >
      <ErrorNote code={task.errorCode} />
      <Status text={said} />
      {text !== undefined && (
        <RestoreDialog
          text={text}
          onClose={(added) => {
            setText(undefined);
            if (added === undefined) return;
            setSaid(words('backup_added', String(added)));
            task.run(onChanged);
          }}
        />
      )}
    </BackupSection>
  );
}
