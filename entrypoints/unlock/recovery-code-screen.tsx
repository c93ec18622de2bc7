import { RecoveryCodeView } from '../../components/unlock/recovery-code-view.tsx';
import type { ErrorCode } from '../../lib/errors.ts';
import { clearLater } from '../../lib/protocol/clear-later.ts';
import { ask } from '../../lib/protocol/client.ts';

interface RecoveryCodeScreenProps {
  readonly recoveryCode: string;
  /** What was done just before, as a whole sentence. */
  readonly said?: string | undefined;
  readonly errorCode?: ErrorCode | undefined;
  /** Whether the user may go on without keeping it: 'Health' then reminds. */
  readonly mayWait?: boolean;
  readonly onDone: () => void;
}

/** The recovery code of a new vault, shown only once; 'Health' remembers whether it was kept. */
export function RecoveryCodeScreen(props: RecoveryCodeScreenProps) {
  const { onDone } = props;
  return (
    <main>
      <RecoveryCodeView
        recoveryCode={props.recoveryCode}
        said={props.said}
        errorCode={props.errorCode}
        onCopied={clearLater}
        onDone={() => {
          // The vault may have locked meanwhile; that is no reason to stay here.
          void ask('healthNote', { recovery: 'kept' })
            .catch(() => undefined)
            .finally(onDone);
        }}
        onLater={props.mayWait === true ? onDone : undefined}
      />
    </main>
  );
}
