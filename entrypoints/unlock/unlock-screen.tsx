import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { MessageView } from '../../components/ui/message-view.tsx';
import { useTask } from '../../components/ui/task.ts';
import { useWords } from '../../components/ui/words.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { ScanView, VaultView } from '../../lib/protocol/views.ts';
import type { UnlockWay } from '../../components/unlock/unlock-form.tsx';
import { ChooseScreen } from './choose-screen.tsx';
import { LostScreen } from './lost-screen.tsx';
import { OpenScreen } from './open-screen.tsx';
import { ProtectScreen } from './protect-screen.tsx';
import { RepairScreen } from './repair-screen.tsx';
import { RestoreScreen } from './restore-screen.tsx';
import { SaveScreen } from './save-screen.tsx';
import { saveWaiting } from './save-waiting.ts';

type Step =
  | { readonly kind: 'begin'; readonly way?: UnlockWay }
  /** Neither passphrase nor passkey is left. */
  | { readonly kind: 'lost' }
  /** The vault cannot be unlocked: what is left to do. */
  | { readonly kind: 'repair' }
  /** What waited for the vault could not be saved without another question. */
  | { readonly kind: 'save'; readonly review: ScanView }
  | { readonly kind: 'restore'; readonly text: string }
  | { readonly kind: 'done' };

/** The window for keys: protects, unlocks or repairs, lets the journey go on, and closes itself. */
export function UnlockScreen({ first }: { readonly first: VaultView }) {
  const words = useWords();
  const task = useTask();
  const [vault, setVault] = useState(first);
  const [step, setStep] = useState<Step>({ kind: 'begin' });
  const goOn = (): void =>
    task.run(async () => {
      const now = await ask('vaultState', {});
      setVault(now);
      if (now.state !== 'open') return;
      const review = await saveWaiting();
      setStep(review ? { kind: 'save', review } : { kind: 'done' });
    });
  useEffect(() => {
    if (step.kind === 'done') window.close();
  }, [step]);
  useEffect(() => {
    if (vault.state === 'open') goOn();
  }, []);
  // `autofocus` works once in a document, and that may have been the view before.
  useLayoutEffect(() => {
    const asksForSecret = vault.state === 'locked' || vault.state === 'absent';
    if (step.kind !== 'begin' || !asksForSecret) return;
    document.querySelector<HTMLInputElement>('main input:not(.unseen)')?.focus();
  }, [step.kind, vault.state]);

  if (step.kind === 'done') return <MessageView text={words('unlock_done')} />;
  if (step.kind === 'save') {
    return <SaveScreen review={step.review} onDone={() => setStep({ kind: 'done' })} />;
  }
  if (step.kind === 'restore') {
    return (
      <RestoreScreen text={step.text} onBack={() => setStep({ kind: 'repair' })} onDone={goOn} />
    );
  }
  const restore = (text: string): void => setStep({ kind: 'restore', text });
  switch (vault.state) {
    case 'absent':
      return (
        <ProtectScreen make={(key) => ask('createVault', key)} onDone={goOn}>
          <div class="form alternative">
            <p class="hint">{words('restore_have')}</p>
            <ChooseScreen onBackup={restore} />
          </div>
        </ProtectScreen>
      );
    case 'open':
      return <MessageView {...(task.errorCode ? { errorCode: task.errorCode } : {})} />;
    case 'locked':
      return step.kind === 'lost' ? (
        <LostScreen
          vault={vault}
          onBack={() => setStep({ kind: 'begin' })}
          onRecoveryCode={() => setStep({ kind: 'begin', way: 'recovery-code' })}
          onStartedOver={() => {
            setStep({ kind: 'begin' });
            goOn();
          }}
        />
      ) : (
        <OpenScreen
          vault={vault}
          {...(step.kind === 'begin' && step.way ? { firstWay: step.way } : {})}
          onOpen={goOn}
          onCannot={() => setStep({ kind: 'lost' })}
        />
      );
    case 'missing':
      return <RepairScreen trouble="missing" vault={vault} onBackup={restore} onChanged={goOn} />;
    case 'older':
    case 'damaged':
      return vault.access === 'none' && step.kind === 'begin' ? (
        <OpenScreen vault={vault} onOpen={goOn} onCannot={() => setStep({ kind: 'repair' })} />
      ) : (
        <RepairScreen trouble={vault.state} vault={vault} onBackup={restore} onChanged={goOn} />
      );
    default:
      return vault.state satisfies never;
  }
}
