import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import { saveFile } from '../ui/save-file.ts';
import { useTask } from '../ui/use-task.ts';
import { useWords } from '../ui/words.ts';
import { RecoveryCodeSheet } from './recovery-code-sheet.tsx';

interface RecoveryCodeViewProps {
  readonly recoveryCode: string;
  readonly said?: string | undefined;
  readonly errorCode?: ErrorCode | undefined;
  /** Called after copying: the caller has the clipboard cleared later. */
  readonly onCopied: (text: string) => Promise<void>;
  readonly onDone: () => void;
  readonly onLater?: (() => void) | undefined;
}

/** Shows the recovery code, and prints, saves or copies it. */
export function RecoveryCodeView({
  recoveryCode,
  said,
  errorCode,
  onCopied,
  onDone,
  onLater,
}: RecoveryCodeViewProps) {
  const words = useWords();
  const task = useTask();
  const [copied, setCopied] = useState(false);
  return (
    <RecoveryCodeSheet
      recoveryCode={recoveryCode}
      said={said}
      copied={copied}
      errorCode={errorCode ?? task.errorCode}
      onPrint={() => window.print()}
      onSave={() =>
        saveFile(
          words('unlock_recovery_file'),
          `${recoveryCode}\n\n${words('unlock_recovery_printed')}\n`,
          'text/plain',
        )
      }
      onCopy={() =>
        task.run(async () => {
          await navigator.clipboard.writeText(recoveryCode);
          setCopied(true);
          await onCopied(recoveryCode);
        })
      }
      onDone={onDone}
      onLater={onLater}
    />
  );
}
