import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import { useTask } from '../ui/task.ts';
import { useWords } from '../ui/words.ts';
import { RecoverySheet } from './recovery-sheet.tsx';

function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download reads the blob after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

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
      onSave={() => saveText(words('unlock_recovery_file'), recoveryCode)}
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
