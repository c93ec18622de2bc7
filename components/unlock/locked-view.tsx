import type { UnlockAnswer, UnlockSecret } from '../../lib/protocol/vault-views.ts';
import { OpenVaultView, type ReadOnlyTrouble } from './open-vault-view.tsx';
import { MessageView } from '../ui/message-view.tsx';
import { useWords } from '../ui/words.ts';

interface LockedViewProps {
  readonly vault: 'locked' | 'missing' | ReadOnlyTrouble;
  readonly unlock: (secret: UnlockSecret) => Promise<UnlockAnswer>;
  /** Unix time, ms. */
  readonly now: () => number;
  readonly onOpen: () => void;
  /** Opens the unlock window, which has passkeys and repairs. */
  readonly onWindow: () => void;
}

/** The popup while the vault is locked, or cannot be opened. */
export function LockedView({ vault, unlock, now, onOpen, onWindow }: LockedViewProps) {
  const words = useWords();
  const toWindow = (
    <button type="button" class="button button-quiet" onClick={onWindow}>
      {words(vault === 'locked' ? 'unlock_other_ways' : 'codes_trouble')}
    </button>
  );
  if (vault === 'missing') {
    return <MessageView errorCode="vault-missing">{toWindow}</MessageView>;
  }
  return (
    <OpenVaultView
      trouble={vault === 'locked' ? undefined : vault}
      unlock={unlock}
      touch={undefined}
      now={now}
      onOpen={onOpen}
    >
      {toWindow}
    </OpenVaultView>
  );
}
