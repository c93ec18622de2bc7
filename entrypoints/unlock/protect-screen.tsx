import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ProtectForm } from '../../components/unlock/protect-form.tsx';
import { RecoveryKeep } from '../../components/unlock/recovery-keep.tsx';
import { useTask } from '../../components/ui/task.ts';
import { useWords, type MessageKey } from '../../components/ui/words.ts';
import { hasPasskeys, makePasskey } from '../../lib/browser/passkey.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { FirstKey } from '../../lib/protocol/views.ts';
import { generatePassphrase } from '../../lib/strength/generate.ts';
import { checkStrength, strengthOf } from '../../lib/strength/strength.ts';
import { saveWaiting } from './save-waiting.ts';

/** A recovery code is longer to paste somewhere than a code: a minute. */
const CLIPBOARD_SECONDS = 60;

function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}

interface ProtectScreenProps {
  /** Makes the vault behind its first key. */
  readonly make: (first: FirstKey) => Promise<{ readonly recoveryCode: string }>;
  /** What the passphrase is for, where it is not the first run. */
  readonly why?: MessageKey;
  readonly onDone: () => void;
  /** Other ways on, below. */
  readonly children?: ComponentChildren;
}

/** Asks for the first key, has the vault made, then shows its recovery code this once. */
export function ProtectScreen({ make, why, onDone, children }: ProtectScreenProps) {
  const words = useWords();
  const task = useTask();
  const [recoveryCode, setRecoveryCode] = useState<string>();
  const create = async (first: FirstKey): Promise<void> => {
    const made = await make(first);
    setRecoveryCode(made.recoveryCode);
    // Before the recovery code is kept: what waits may die meanwhile.
    await saveWaiting();
  };
  if (recoveryCode !== undefined) {
    return (
      <main>
        <RecoveryKeep
          recoveryCode={recoveryCode}
          errorCode={task.errorCode}
          onCopied={() => ask('clipboardClear', { seconds: CLIPBOARD_SECONDS })}
          onDone={onDone}
        />
      </main>
    );
  }
  return (
    <ProtectForm
      busy={task.busy}
      errorCode={task.errorCode}
      strengthOf={strengthOf}
      suggest={() => generatePassphrase(randomBytes)}
      onPassphrase={(passphrase) =>
        task.run(async () => {
          await checkStrength(passphrase);
          await create({ kind: 'passphrase', passphrase });
        })
      }
      onPasskey={
        hasPasskeys()
          ? () =>
              task.run(async () => {
                const passkey = await makePasskey(words('unlock_passkey_name'));
                await create({ kind: 'passkey', passkey });
              })
          : undefined
      }
      {...(why === undefined ? {} : { why: words(why) })}
    >
      {children}
    </ProtectForm>
  );
}
