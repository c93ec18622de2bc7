import { Dialog } from '../../components/ui/dialog.tsx';
import { useWords } from '../../components/ui/words.ts';
import { RecoveryCodeView } from '../../components/unlock/recovery-code-view.tsx';
import { clearLater } from '../../lib/protocol/clear-later.ts';
import { ask } from '../../lib/protocol/client.ts';

interface RecoveryCodeDialogProps {
  readonly recoveryCode: string;
  readonly onClose: () => void;
}

/** Shows a new recovery code, only this once: the old one opens nothing any more. */
export function RecoveryCodeDialog({ recoveryCode, onClose }: RecoveryCodeDialogProps) {
  const words = useWords();
  return (
    <Dialog title={words('unlock_recovery_title')} leave="ui_close" onClose={onClose}>
      <RecoveryCodeView
        recoveryCode={recoveryCode}
        onCopied={clearLater}
        onDone={() => {
          void ask('healthNote', { recovery: 'kept' }).catch(() => undefined);
          onClose();
        }}
      />
    </Dialog>
  );
}
