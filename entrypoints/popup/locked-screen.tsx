import { LockedView } from '../../components/unlock/locked-view.tsx';
import { ask } from '../../lib/protocol/client.ts';
import type { PopupView } from '../../lib/protocol/views.ts';
import type { VaultState } from '../../lib/protocol/vault-views.ts';

interface LockedScreenProps {
  readonly vault: Exclude<VaultState, 'open' | 'absent'>;
  readonly unlockedBy: PopupView['unlockedBy'];
  readonly onOpen: () => void;
}

/** Unlocks in the popup itself; passkeys and repairs need the unlock window. */
export function LockedScreen({ vault, unlockedBy, onOpen }: LockedScreenProps) {
  return (
    <LockedView
      vault={vault}
      {...unlockedBy}
      unlock={(secret) => ask('unlock', secret)}
      now={Date.now}
      onOpen={onOpen}
      onWindow={(to) => void ask('unlockOpen', to ? { to } : {})}
    />
  );
}
