import type { ComponentProps } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ArchiveSection } from '../../components/transfer/archive-section.tsx';
import { BackupSection } from '../../components/transfer/backup-section.tsx';
import { saveBackup } from '../../components/transfer/save-backup.ts';
import { DoneNote } from '../../components/ui/done-note.tsx';
import { ErrorNote } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { useLanguage } from '../../components/ui/words.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { VaultView } from '../../lib/protocol/vault-views.ts';
import { RestoreDialog } from './restore-dialog.tsx';

const NOTHING: ComponentProps<typeof DoneNote> = { text: '' };

interface BackupScreenProps {
  readonly vault: VaultView;
  /** wanted: the page was opened for a backup. */
  readonly wanted: 'wanted' | 'there';
  /** Called when the vault or its last backup has changed. */
  readonly onChanged: () => Promise<void>;
}

/** Makes backups of the open vault, restores them into it, and deletes the archive of an earlier one. */
export function BackupScreen({ vault, wanted, onChanged }: BackupScreenProps) {
  const language = useLanguage();
  const { words, plural } = language;
  const task = useTask();
  const [text, setText] = useState<string>();
  const [status, setStatus] = useState(NOTHING);
  const [archive, setArchive] = useState<'kept' | 'none'>('none');
  useEffect(() => {
    void ask('archiveState', {}).then(setArchive, () => undefined);
  }, [vault]);
  const backUp = (): void =>
    task.run(async () => {
      setStatus(NOTHING);
      const made = await ask('backupMake', {});
      const sentence = saveBackup(made, language);
      await ask('backupKept', { madeMs: made.madeMs });
      setStatus({ text: sentence, of: 'download' });
      await onChanged();
    });
  if (!vault.backup) return null;
  return (
    <>
      <BackupSection
        backup={vault.backup}
        wanted={wanted}
        busy={task.busy}
        onBackUp={backUp}
        unreadable={vault.quarantined}
        onDeleteUnreadable={() =>
          task.run(async () => {
            await ask('repairKeepReadable', {});
            await onChanged();
          })
        }
        onFile={(read) =>
          task.run(async () => {
            setStatus(NOTHING);
            const chosen = await read();
            await ask('backupLook', { text: chosen });
            setText(chosen);
          })
        }
      >
        <ErrorNote code={task.errorCode} />
        <DoneNote {...status} />
      </BackupSection>
      {archive === 'kept' && (
        <ArchiveSection
          busy={task.busy}
          onDelete={() =>
            task.run(async () => {
              await ask('archiveDelete', {});
              setStatus({ text: words('backup_aside_deleted') });
              await onChanged();
            })
          }
        />
      )}
      {text !== undefined && (
        <RestoreDialog
          text={text}
          onClose={(added) => {
            setText(undefined);
            if (added === undefined) return;
            setStatus({ text: plural('backup_added', added) });
            task.run(onChanged);
          }}
        />
      )}
    </>
  );
}
