import { OpenForm } from '../../components/unlock/open-form.tsx';
import type { UnlockWay } from '../../components/unlock/unlock-form.tsx';
import { useWords } from '../../components/ui/words.ts';
import { hasPasskeys, usePasskey } from '../../lib/browser/passkey.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { VaultView } from '../../lib/protocol/views.ts';

interface OpenScreenProps {
  readonly vault: VaultView;
  readonly onOpen: () => void;
  /** What is asked for first, where it is not the passphrase. */
  readonly firstWay?: UnlockWay;
  /** Neither passphrase nor recovery code is at hand. */
  readonly onCannot: () => void;
}

/** Opens a locked vault. */
export function OpenScreen({ vault, onOpen, firstWay, onCannot }: OpenScreenProps) {
  const words = useWords();
  const trouble = vault.state === 'older' || vault.state === 'damaged' ? vault.state : undefined;
  return (
    <OpenForm
      trouble={trouble}
      unlock={(secret) => ask('unlock', secret)}
      touch={
        hasPasskeys() && vault.passkeys.length > 0 ? () => usePasskey(vault.passkeys) : undefined
      }
      now={Date.now}
      onOpen={onOpen}
      {...(firstWay ? { firstWay } : {})}
    >
      <button type="button" class="button button-quiet" onClick={onCannot}>
        {words(trouble ? 'repair_cannot' : 'lost_title')}
      </button>
    </OpenForm>
  );
}
