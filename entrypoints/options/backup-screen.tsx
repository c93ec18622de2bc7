import { useState } from 'preact/hooks';
import { BackupSection } from '../../components/transfer/backup-section.tsx';
import { saveBackup } from '../../components/transfer/save-backup.ts';
import { ErrorNote, Status } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { useWords } from '../../components/ui/words.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { BackupView } from '../../lib/protocol/vault-views.ts';
import { RestoreDialog } from './restore-dialog.tsx';

interface BackupScreenProps {
  readonly backup: BackupView;
  /** Called when the vault or its last backup has changed. */
  readonly onChanged: () => Promise<void>;
}

/** Makes backups of the open vault, and restores them into it. */
export function BackupScreen({ backup, onChanged }: BackupScreenProps) {
  const words = useWords();
  const task = useTask();
  const [text, setText] = useState<string>();
  const [statusText, setStatusText] = useState('');
  const backUp = (): void =>
    task.run(async () => {
      setStatusText('');
      const made = await ask('backupMake', {});
      const sentence = saveBackup(made, words);
      await ask('backupKept', { madeMs: made.madeMs });
      setStatusText(sentence);
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
          setStatusText('');
          const chosen = await read();
          await ask('backupLook', { text: chosen });
          setText(chosen);
        })
      }
    >
      <ErrorNote code={task.errorCode} />
      <Status text={statusText} />
      {text !== undefined && (
        <RestoreDialog
          text={text}
          onClose={(added) => {
            setText(undefined);
            if (added === undefined) return;
            setStatusText(words('backup_added', String(added)));
            task.run(onChanged);
          }}
        />
      )}
    </BackupSection>
  );
}
