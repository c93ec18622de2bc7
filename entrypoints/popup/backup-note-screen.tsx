import { useEffect, useState } from 'preact/hooks';
import { BackupNote } from '../../components/transfer/backup-note.tsx';
import { saveBackup } from '../../components/transfer/save-backup.ts';
import { ErrorNote } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { useLanguage } from '../../components/ui/words.ts';
import type { Language } from '../../lib/language/language.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { CompletedAction } from './completed-action.ts';

/**
 * How many accounts were not backed up when the note was dismissed. It is a
 * number and no secret, so it lies in the page's localStorage.
 */
const DISMISSED = 'popup-backup-dismissed';

async function backUp(language: Language): Promise<CompletedAction> {
  const made = await ask('backupMake', {});
  const text = saveBackup(made, language);
  await ask('backupKept', { madeMs: made.madeMs });
  return { words: 'codes_saved', text, again: 'backup' };
}

/** For a backup whose file is not in the downloads: nobody tells us what became of it. */
export function BackUpAgain({ onDone }: Pick<BackupNoteScreenProps, 'onDone'>) {
  const language = useLanguage();
  const task = useTask();
  return (
    <>
      <button
        type="button"
        class="button button-small"
        onClick={() => task.run(async () => onDone(await backUp(language)))}
      >
        {language.words('backup_again')}
      </button>
      <ErrorNote code={task.errorCode} />
    </>
  );
}

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
            const done = await backUp(language);
            localStorage.removeItem(DISMISSED);
            onDone(done);
          })
        }
        onDismiss={() => dismiss(count)}
      />
      <ErrorNote code={task.errorCode} />
    </>
  );
}
