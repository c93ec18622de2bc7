import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import { saveFile } from '../ui/save-file.ts';
import { useTask } from '../ui/task.ts';
import { useWords } from '../ui/words.ts';
import { RecoverySheet } from './recovery-sheet.tsx';

interface RecoveryKeepProps {
  readonly recoveryCode: string;
  readonly errorCode?: ErrorCode | undefined;
  /** The clipboard is to be cleared after a while. */
  readonly onCopied: () => Promise<void>;
  readonly onDone: () => void;
}

/** The recovery code with the ways to keep it: paper, file, clipboard. */
export function RecoveryKeep({ recoveryCode, errorCode, onCopied, onDone }: RecoveryKeepProps) {
  const words = useWords();
  const task = useTask();
  const [copied, setCopied] = useState(false);
  return (
    <RecoverySheet
      recoveryCode={recoveryCode}
      copied={copied}
      errorCode={errorCode ?? task.errorCode}
      onPrint={() => window.print()}
      onSave={() => saveFile(words('unlock_recovery_file'), `${recoveryCode}\n`, 'text/plain')}
      onCopy={() =>
        task.run(async () => {
          await navigator.clipboard.writeText(recoveryCode);
          setCopied(true);
          await onCopied();
        })
      }
      onDone={onDone}
    />
  );
}
