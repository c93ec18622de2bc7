import { Reminder } from '../ui/reminder.tsx';
import { useLanguage } from '../ui/words.ts';

interface BackupNoteProps {
  /** How many accounts are in no backup. */
  readonly count: number;
  readonly onBackUp: () => void;
  /** Hides the note until there is more to back up. */
  readonly onDismiss: () => void;
}

/** Reminds the user, in the popup, how many accounts would be lost with this computer. */
export function BackupNote({ count, onBackUp, onDismiss }: BackupNoteProps) {
  const { words, plural } = useLanguage();
  return (
    <Reminder text={plural('backup_note', count)} onDismiss={onDismiss}>
      <button type="button" class="button button-small" onClick={onBackUp}>
        {words('backup_now')}
      </button>
    </Reminder>
  );
}
