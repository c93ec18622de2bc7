import { OpenForm } from '../../components/unlock/open-form.tsx';
import { useWords } from '../../components/ui/words.ts';
import { hasPasskeys, usePasskey } from '../../lib/browser/passkey.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { VaultView } from '../../lib/protocol/views.ts';

interface OpenScreenProps {
  readonly vault: VaultView;
  readonly onOpen: () => void;
  /** Neither passphrase nor recovery code is at hand. */
  readonly onCannot: () => void;
}

/** Opens a locked vault. */
export function OpenScreen({ vault, onOpen, onCannot }: OpenScreenProps) {
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
    >
      {trouble && (
        <button type="button" class="button button-quiet" onClick={onCannot}>
          {words('repair_cannot')}
        </button>
      )}
    </OpenForm>
  );
}
