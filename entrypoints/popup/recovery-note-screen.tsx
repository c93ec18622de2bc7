import { useState } from 'preact/hooks';
import { RECOVERY_HASH } from '../../components/settings/settings-section.ts';
import { RecoveryNote } from '../../components/unlock/recovery-note.tsx';

/** The id of the code whose note was dismissed. It is no secret, so it lies in the page's localStorage. */
const DISMISSED = 'popup-recovery-dismissed';

interface RecoveryNoteScreenProps {
  /** The id of a recovery code that the user has not said is kept. */
  readonly notKept: string | undefined;
}

/** Reminds of a recovery code that nobody kept. Dismissed, it comes back with the next such code. */
export function RecoveryNoteScreen({ notKept }: RecoveryNoteScreenProps) {
  const [dismissed, setDismissed] = useState(() => localStorage.getItem(DISMISSED));
  if (notKept === undefined || notKept === dismissed) return null;
  return (
    <RecoveryNote
      href={`/options.html${RECOVERY_HASH}`}
      onDismiss={() => {
        localStorage.setItem(DISMISSED, notKept);
        setDismissed(notKept);
      }}
    />
  );
}
