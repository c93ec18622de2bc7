import { Icon } from '../ui/icon.tsx';
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
    <div class="here backup-note">
      <p>{plural('backup_note', count)}</p>
      <span class="actions">
        <button type="button" class="button button-small" onClick={onBackUp}>
          {words('backup_now')}
        </button>
        <button
          type="button"
          class="icon-button icon-button-small"
          aria-label={words('codes_dismiss')}
          title={words('codes_dismiss')}
          onClick={onDismiss}
        >
          <Icon name="close" />
        </button>
      </span>
    </div>
  );
}
