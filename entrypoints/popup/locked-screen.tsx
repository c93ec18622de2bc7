import { LockedView } from '../../components/unlock/locked-view.tsx';
import { useUnlock } from '../../components/unlock/use-unlock.ts';
import type { ErrorCode } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { VaultState } from '../../lib/protocol/messages.ts';

type Shut = Exclude<VaultState, 'open' | 'absent'>;

const TROUBLE: Readonly<Record<Shut, ErrorCode | undefined>> = {
  locked: undefined,
  missing: 'vault-missing',
  older: 'vault-older',
  damaged: 'vault-damaged',
};

interface LockedScreenProps {
  readonly vault: Shut;
  readonly onOpen: () => void;
}

/** Unlocks in the popup itself; passkeys and repairs need the window. */
export function LockedScreen({ vault, onOpen }: LockedScreenProps) {
  const { outcome, busy, attempt } = useUnlock(onOpen, Date.now);
  return (
    <LockedView
      outcome={outcome}
      busy={busy}
      trouble={TROUBLE[vault]}
      onPassphrase={(passphrase) =>
        attempt(() => ask('unlock', { kind: 'passphrase', passphrase }))
      }
      onRecoveryCode={(recoveryCode) =>
        attempt(() => ask('unlock', { kind: 'recovery-code', recoveryCode }))
      }
      onTrouble={() => void ask('unlockOpen', {})}
    />
  );
}
