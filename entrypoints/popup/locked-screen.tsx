import { LockedView } from '../../components/unlock/locked-view.tsx';
import { ask } from '../../lib/protocol/client.ts';
import type { VaultState } from '../../lib/protocol/vault-views.ts';

interface LockedScreenProps {
  readonly vault: Exclude<VaultState, 'open' | 'absent'>;
  readonly onOpen: () => void;
}

/** Unlocks in the popup itself; passkeys and repairs need the unlock window. */
export function LockedScreen({ vault, onOpen }: LockedScreenProps) {
  return (
    <LockedView
      vault={vault}
      unlock={(secret) => ask('unlock', secret)}
      now={Date.now}
      onOpen={onOpen}
      onWindow={() => void ask('unlockOpen', {})}
    />
  );
}
