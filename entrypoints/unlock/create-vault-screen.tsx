import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { CreateVaultForm } from '../../components/unlock/create-vault-form.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import type { MessageKey } from '../../lib/language/messages.ts';
import { useWords } from '../../components/ui/words.ts';
import { hasPasskeys, makePasskey } from '../../lib/browser/passkey.ts';
import { clearLater } from '../../lib/protocol/clear-later.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { FirstKey } from '../../lib/protocol/vault-views.ts';
import { generatePassphrase } from '../../lib/strength/generate.ts';
import { checkStrength, strengthOf } from '../../lib/strength/strength.ts';
import { noteNewVault } from './note-new-vault.ts';
import { RecoveryCodeScreen } from './recovery-code-screen.tsx';
import { saveWaitingScans } from './save-waiting-scans.ts';

function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}

interface CreateVaultScreenProps {
  /** Makes the vault, which opens by this passphrase or passkey. */
  readonly make: (first: FirstKey) => Promise<{ readonly recoveryCode: string }>;
  /** Says what the passphrase is for, where this is not the first run. */
  readonly why?: MessageKey;
  /** What else was done with that, as a whole sentence. */
  readonly said?: string;
  /** Whether the recovery code may be left for later. */
  readonly mayWait?: boolean;
  readonly onDone: () => void;
  /** Other ways to go on, below the form. */
  readonly children?: ComponentChildren;
}

/** Asks for a passphrase or passkey, has the vault made, then shows its recovery code, only this once. */
export function CreateVaultScreen({
  make,
  why,
  said,
  mayWait,
  onDone,
  children,
}: CreateVaultScreenProps) {
  const words = useWords();
  const task = useTask();
  const [recoveryCode, setRecoveryCode] = useState<string>();
  const create = async (first: FirstKey): Promise<void> => {
    const made = await make(first);
    setRecoveryCode(made.recoveryCode);
    await noteNewVault(first);
    // The scan may expire while the user writes the recovery code down, so it is saved first.
    await saveWaitingScans();
  };
  if (recoveryCode !== undefined) {
    return (
      <RecoveryCodeScreen
        recoveryCode={recoveryCode}
        said={said}
        errorCode={task.errorCode}
        mayWait={mayWait === true}
        onDone={onDone}
      />
    );
  }
  return (
    <CreateVaultForm
      busy={task.busy}
      errorCode={task.errorCode}
      strengthOf={strengthOf}
      suggest={() => generatePassphrase(randomBytes)}
      onCopied={clearLater}
      onPassphrase={(passphrase) =>
        task.run(async () => {
          const { policy } = await ask('administrator', {});
          await checkStrength(passphrase, policy.passphraseStrengthMin);
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
    </CreateVaultForm>
  );
}
