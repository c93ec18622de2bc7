import { useState } from 'preact/hooks';
import { ProtectForm } from '../../components/unlock/protect-form.tsx';
import { RecoverySheet } from '../../components/unlock/recovery-sheet.tsx';
import type { StrengthOf } from '../../components/unlock/strength.ts';
import { useTask } from '../../components/ui/task.ts';
import { useWords } from '../../components/ui/words.ts';
import { ask } from '../../lib/protocol/client.ts';
import { saveWaiting } from './save-waiting.ts';

/** A recovery code is longer to paste somewhere than a code: a minute. */
const CLIPBOARD_SECONDS = 60;

const strengthOf: StrengthOf = async () => undefined;

function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** First run: makes the vault, then shows its recovery code this once. */
export function ProtectScreen({ onDone }: { readonly onDone: () => void }) {
  const words = useWords();
  const task = useTask();
  const [recoveryCode, setRecoveryCode] = useState<string>();
  const [copied, setCopied] = useState(false);
  if (recoveryCode === undefined) {
    return (
      <main>
        <h1>{words('unlock_window_protect')}</h1>
        <ProtectForm
          busy={task.busy}
          errorCode={task.errorCode}
          strengthOf={strengthOf}
          onCreate={(passphrase) =>
            task.run(async () => {
              const made = await ask('createVault', { kind: 'passphrase', passphrase });
              setRecoveryCode(made.recoveryCode);
              // Before the recovery code is kept: what waits may die meanwhile.
              await saveWaiting();
            })
          }
        />
      </main>
    );
  }
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(recoveryCode);
    setCopied(true);
    await ask('clipboardClear', { seconds: CLIPBOARD_SECONDS });
  };
  return (
    <main>
      <RecoverySheet
        recoveryCode={recoveryCode}
        copied={copied}
        errorCode={task.errorCode}
        onPrint={() => window.print()}
        onSave={() => saveText(words('unlock_recovery_file'), recoveryCode)}
        onCopy={() => task.run(copy)}
        onDone={onDone}
      />
    </main>
  );
}
