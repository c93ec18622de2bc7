import { Reminder } from '../ui/reminder.tsx';
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
    <Reminder text={words('codes_recovery_note')} onDismiss={onDismiss}>
      <a class="button button-small" href={href} target="_blank" rel="noopener">
        {words('options_recovery')}
      </a>
    </Reminder>
  );
}
