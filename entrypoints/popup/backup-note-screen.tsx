import { useEffect, useState } from 'preact/hooks';
import { BackupNote } from '../../components/transfer/backup-note.tsx';
import { saveBackup } from '../../components/transfer/save-backup.ts';
import { ErrorNote } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { useLanguage } from '../../components/ui/words.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { CompletedAction } from './completed-action.ts';

/**
 * How many accounts were not backed up when the note was dismissed. It is a
 * number and no secret, so it lies in the page's localStorage.
 */
const DISMISSED = 'popup-backup-dismissed';

interface BackupNoteScreenProps {
  readonly count: number;
  readonly onDone: (done: CompletedAction) => void;
}

/** Reminds of a backup, and makes it at once. Dismissed, it comes back when more accounts would be lost. */
export function BackupNoteScreen({ count, onDone }: BackupNoteScreenProps) {
  const language = useLanguage();
  const task = useTask();
  const [dismissed, setDismissed] = useState(() => Number(localStorage.getItem(DISMISSED) ?? 0));
  const dismiss = (at: number): void => {
    localStorage.setItem(DISMISSED, String(at));
    setDismissed(at);
  };
  // After a backup elsewhere fewer would be lost: from there on it counts anew.
  useEffect(() => {
    if (count < dismissed) dismiss(count);
  }, [count]);
  if (count <= dismissed) return null;
  return (
    <>
      <BackupNote
        count={count}
        onBackUp={() =>
          task.run(async () => {
            const made = await ask('backupMake', {});
            const text = saveBackup(made, language);
            await ask('backupKept', { madeMs: made.madeMs });
            localStorage.removeItem(DISMISSED);
            onDone({ words: 'codes_saved', text });
          })
        }
        onDismiss={() => dismiss(count)}
      />
      <ErrorNote code={task.errorCode} />
    </>
  );
}
