import { OpenForm, type Secret, type Trouble } from './open-form.tsx';
import type { UnlockAnswer } from './use-unlock.ts';
import { MessageView } from '../ui/message-view.tsx';
import { useWords } from '../ui/words.ts';

interface LockedViewProps {
  readonly vault: 'locked' | 'missing' | Trouble;
  readonly unlock: (secret: Secret) => Promise<UnlockAnswer>;
  /** Unix time, ms. */
  readonly now: () => number;
  readonly onOpen: () => void;
  /** Opens the window for passkeys and repairs. */
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
    <OpenForm
      trouble={vault === 'locked' ? undefined : vault}
      unlock={unlock}
      touch={undefined}
      now={now}
      onOpen={onOpen}
    >
      {toWindow}
    </OpenForm>
  );
}
