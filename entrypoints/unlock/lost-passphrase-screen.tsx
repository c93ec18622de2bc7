import { LostPassphraseView } from '../../components/unlock/lost-passphrase-view.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { VaultView } from '../../lib/protocol/vault-views.ts';

interface LostPassphraseScreenProps {
  readonly vault: VaultView;
  readonly onBack: () => void;
  readonly onRecoveryCode: () => void;
  /** Called when there is no vault any more. */
  readonly onStartedOver: () => void;
}

/** For somebody with nothing at hand that opens the vault: the recovery code first, an empty vault last. */
export function LostPassphraseScreen({
  vault,
  onBack,
  onRecoveryCode,
  onStartedOver,
}: LostPassphraseScreenProps) {
  const task = useTask();
  return (
    <LostPassphraseView
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
