import { useEffect, useState } from 'preact/hooks';
import { RECOVERY_HASH } from '../../components/settings/settings-section.ts';
import { RecoveryNote } from '../../components/unlock/recovery-note.tsx';
import type { PopupView } from '../../lib/protocol/views.ts';

/** Whether the note was dismissed. It is no secret, so it lies in the page's localStorage. */
const DISMISSED = 'popup-recovery-dismissed';

/** Reminds of a recovery code that nobody kept. Dismissed, it comes back with the next such code. */
export function RecoveryNoteScreen({ recovery }: Pick<PopupView, 'recovery'>) {
  const [dismissed, setDismissed] = useState(() => localStorage.getItem(DISMISSED) !== null);
  useEffect(() => {
    if (recovery === 'kept') localStorage.removeItem(DISMISSED);
  }, [recovery]);
  if (recovery === 'kept' || dismissed) return null;
  return (
    <RecoveryNote
      href={`/options.html${RECOVERY_HASH}`}
      onDismiss={() => {
        localStorage.setItem(DISMISSED, '');
        setDismissed(true);
      }}
    />
  );
}
