import { OpenVaultView } from '../../components/unlock/open-vault-view.tsx';
import type { UnlockMethod } from '../../components/unlock/unlock-form.tsx';
import { useWords } from '../../components/ui/words.ts';
import { hasPasskeys, usePasskey } from '../../lib/browser/passkey.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { VaultView } from '../../lib/protocol/vault-views.ts';

interface OpenVaultScreenProps {
  readonly vault: VaultView;
  readonly onOpen: () => void;
  /** The secret that is asked for first, where it is not the passphrase. */
  readonly firstMethod?: UnlockMethod;
  /** Called when neither passphrase nor recovery code is at hand. */
  readonly onCannot: () => void;
}

/** Unlocks the vault. */
export function OpenVaultScreen({ vault, onOpen, firstMethod, onCannot }: OpenVaultScreenProps) {
  const words = useWords();
  return (
    <OpenVaultView
      trouble={vault.state === 'older' ? 'vault-older' : undefined}
      unlock={(secret) => ask('unlock', secret)}
      touch={
        hasPasskeys() && vault.passkeys.length > 0 ? () => usePasskey(vault.passkeys) : undefined
      }
      now={Date.now}
      onOpen={onOpen}
      {...(firstMethod ? { firstMethod } : {})}
    >
      <button type="button" class="button button-quiet" onClick={onCannot}>
        {words('lost_title')}
      </button>
    </OpenVaultView>
  );
}
