import { LostView } from '../../components/unlock/lost-view.tsx';
import { useTask } from '../../components/ui/task.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { VaultView } from '../../lib/protocol/views.ts';

interface LostScreenProps {
  readonly vault: VaultView;
  readonly onBack: () => void;
  readonly onRecoveryCode: () => void;
  /** There is no vault any more. */
  readonly onStartedOver: () => void;
}

/** Nothing at hand that opens the vault: the recovery code first, an empty vault last. */
export function LostScreen({ vault, onBack, onRecoveryCode, onStartedOver }: LostScreenProps) {
  const task = useTask();
  return (
    <LostView
      passkeys={vault.passkeys.length > 0 ? 'some' : 'none'}
      keepUnlocked={vault.keepUnlocked}
      busy={task.busy}
      errorCode={task.errorCode}
      onBack={onBack}
      onRecoveryCode={onRecoveryCode}
      onStartOver={() =>
        task.run(async () => {
          await ask('vaultArchive', {});
          onStartedOver();
        })
      }
    />
  );
}
