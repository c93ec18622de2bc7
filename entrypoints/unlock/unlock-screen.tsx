import { useEffect, useState } from 'preact/hooks';
import { RepairView } from '../../components/unlock/repair-view.tsx';
import { MessageView } from '../../components/ui/message-view.tsx';
import { useTask } from '../../components/ui/task.ts';
import { useWords } from '../../components/ui/words.ts';
import type { ReviewView, VaultState } from '../../lib/protocol/messages.ts';
import { OpenScreen } from './open-screen.tsx';
import { ProtectScreen } from './protect-screen.tsx';
import { SaveScreen } from './save-screen.tsx';
import { saveWaiting } from './save-waiting.ts';

type Step =
  | { readonly kind: 'begin' }
  /** What waited for the vault could not be saved without another question. */
  | { readonly kind: 'save'; readonly review: ReviewView }
  | { readonly kind: 'done' };

/** The window for passphrases: protects or unlocks, lets the journey go on, and closes itself. */
export function UnlockScreen({ vault }: { readonly vault: VaultState }) {
  const words = useWords();
  const task = useTask();
  const [step, setStep] = useState<Step>({ kind: 'begin' });
  const onOpen = (): void =>
    task.run(async () => {
      const review = await saveWaiting();
      setStep(review ? { kind: 'save', review } : { kind: 'done' });
    });
  useEffect(() => {
    if (step.kind === 'done') window.close();
  }, [step]);
  useEffect(() => {
    if (vault === 'open') onOpen();
  }, []);

  if (step.kind === 'done') return <MessageView text={words('unlock_done')} />;
  if (step.kind === 'save') {
    return <SaveScreen review={step.review} onDone={() => setStep({ kind: 'done' })} />;
  }
  switch (vault) {
    case 'absent':
      return <ProtectScreen onDone={onOpen} />;
    case 'open':
      return <MessageView {...(task.errorCode ? { errorCode: task.errorCode } : {})} />;
    case 'locked':
      return <OpenScreen onOpen={onOpen} />;
    case 'missing':
    case 'older':
    case 'damaged':
      return <RepairView vault={vault} />;
    default:
      return vault satisfies never;
  }
}
