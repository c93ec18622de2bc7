import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { MessageView } from '../../components/ui/message-view.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { useWords } from '../../components/ui/words.ts';
import type { ErrorCode } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { VaultView } from '../../lib/protocol/vault-views.ts';
import type { ScanView } from '../../lib/protocol/views.ts';
import type { UnlockMethod } from '../../components/unlock/unlock-form.tsx';
import { AbsentVaultScreen } from './absent-vault-screen.tsx';
import { LostPassphraseScreen } from './lost-passphrase-screen.tsx';
import { OpenVaultScreen } from './open-vault-screen.tsx';
import { RepairScreen } from './repair-screen.tsx';
import { RestoreScreen } from './restore-screen.tsx';
import { ReviewScreen } from './review-screen.tsx';
import { saveWaitingScans } from './save-waiting-scans.ts';

type Step =
  | { readonly kind: 'begin'; readonly method?: UnlockMethod }
  /** The user has neither passphrase nor passkey. */
  | { readonly kind: 'lost' }
  /** The vault cannot be unlocked, but perhaps repaired. */
  | { readonly kind: 'repair' }
  /** A scan that waited for the vault cannot be saved without a question. */
  | { readonly kind: 'review'; readonly scan: ScanView }
  | { readonly kind: 'restore'; readonly text: string }
  | { readonly kind: 'done' };

interface FailedViewProps {
  readonly errorCode: ErrorCode;
  readonly onAgain: () => void;
}

/** What went wrong after the vault was unlocked, created or repaired, and the way on. */
function FailedView({ errorCode, onAgain }: FailedViewProps) {
  const words = useWords();
  const again = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => again.current?.focus(), []);
  return (
    <MessageView errorCode={errorCode}>
      <div class="actions">
        <button ref={again} type="button" class="button button-primary" onClick={onAgain}>
          {words('codes_try_again')}
        </button>
      </div>
    </MessageView>
  );
}

/**
 * The unlock window: it creates, unlocks or repairs the vault, saves the scans that
 * waited for it, and closes itself.
 */
export function UnlockScreen({ first }: { readonly first: VaultView }) {
  const words = useWords();
  const task = useTask();
  const [vault, setVault] = useState(first);
  const [step, setStep] = useState<Step>(() => ({
    kind: first.state === 'locked' && location.hash === '#lost' ? 'lost' : 'begin',
  }));
  const continueWithVault = (): void =>
    task.run(async () => {
      const now = await ask('vaultState', {});
      setVault(now);
      if (now.state !== 'open') return;
      const scan = await saveWaitingScans();
      setStep(scan ? { kind: 'review', scan } : { kind: 'done' });
    });
  useEffect(() => {
    if (step.kind === 'done') window.close();
  }, [step]);
  useEffect(() => {
    if (vault.state === 'open') continueWithVault();
  }, []);
  // `autofocus` works once in a document, and the view before may have used it.
  useLayoutEffect(() => {
    const asksForSecret = vault.state === 'locked' || vault.state === 'absent';
    if (step.kind !== 'begin' || !asksForSecret) return;
    document.querySelector<HTMLInputElement>('main input:not(.unseen)')?.focus();
  }, [step.kind, vault.state]);

  if (task.errorCode) return <FailedView errorCode={task.errorCode} onAgain={continueWithVault} />;
  if (step.kind === 'done') return <MessageView text={words('unlock_done')} />;
  if (step.kind === 'review') {
    const { scan } = step;
    return <ReviewScreen key={scan.scanId} scan={scan} onDone={continueWithVault} />;
  }
  if (step.kind === 'restore') {
    return (
      <RestoreScreen
        text={step.text}
        onBack={() => setStep({ kind: 'repair' })}
        onDone={continueWithVault}
      />
    );
  }
  const restore = (text: string): void => setStep({ kind: 'restore', text });
  switch (vault.state) {
    case 'absent':
      return <AbsentVaultScreen onBackup={restore} onDone={continueWithVault} />;
    case 'open':
      return <MessageView />;
    case 'locked':
      return step.kind === 'lost' ? (
        <LostPassphraseScreen
          vault={vault}
          onBack={() => setStep({ kind: 'begin' })}
          onRecoveryCode={() => setStep({ kind: 'begin', method: 'recovery-code' })}
          onStartedOver={() => {
            setStep({ kind: 'begin' });
            continueWithVault();
          }}
        />
      ) : (
        <OpenVaultScreen
          vault={vault}
          {...(step.kind === 'begin' && step.method ? { firstMethod: step.method } : {})}
          onOpen={continueWithVault}
          onCannot={() => setStep({ kind: 'lost' })}
        />
      );
    case 'missing':
    case 'older':
    case 'damaged':
      // Of a damaged vault that is not unlocked nothing is left to unlock.
      return vault.state === 'older' && vault.access === 'none' && step.kind === 'begin' ? (
        <OpenVaultScreen
          vault={vault}
          onOpen={continueWithVault}
          onCannot={() => setStep({ kind: 'repair' })}
        />
      ) : (
        <RepairScreen
          trouble={vault.state}
          vault={vault}
          onBackup={restore}
          onChanged={continueWithVault}
          onUnlock={() => setStep({ kind: 'begin' })}
        />
      );
    default:
      return vault.state satisfies never;
  }
}
