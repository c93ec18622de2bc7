import { RecoveryCodeView } from '../../components/unlock/recovery-code-view.tsx';
import type { ErrorCode } from '../../lib/errors.ts';
import { RECOVERY_CODE_CLEAR_MS } from '../../lib/limits.ts';
import { ask } from '../../lib/protocol/client.ts';

interface RecoveryCodeScreenProps {
  readonly recoveryCode: string;
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
        errorCode={props.errorCode}
        onCopied={(text) => ask('clipboardClear', { seconds: RECOVERY_CODE_CLEAR_MS / 1000, text })}
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
