import { Icon } from '../ui/icon.tsx';
import { useWords } from '../ui/words.ts';

interface RecoveryNoteProps {
  /** Where a new recovery code is made. */
  readonly href: string;
  readonly onDismiss: () => void;
}

/** Says, in the popup, that the user has no recovery code: its window may have closed before it showed. */
export function RecoveryNote({ href, onDismiss }: RecoveryNoteProps) {
  const words = useWords();
  return (
    <div class="here backup-note">
      <p>{words('codes_recovery_note')}</p>
      <span class="actions">
        <a class="button button-small" href={href} target="_blank" rel="noopener">
          {words('options_recovery')}
        </a>
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
