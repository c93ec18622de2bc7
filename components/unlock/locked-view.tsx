import type { UnlockAnswer, UnlockSecret } from '../../lib/protocol/vault-views.ts';
import { OpenVaultView } from './open-vault-view.tsx';
import { Icon } from '../ui/icon.tsx';
import { Mark } from '../ui/mark.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { MessageView } from '../ui/message-view.tsx';
import { useWords } from '../ui/words.ts';

interface LockedViewProps {
  readonly vault: 'locked' | 'missing' | 'older' | 'damaged';
  readonly passkey?: 'some' | 'none';
  /** none: the vault was made with a passkey, and no passphrase opens it. */
  readonly passphrase?: 'some' | 'none';
  readonly unlock: (secret: UnlockSecret) => Promise<UnlockAnswer>;
  /** Unix time, ms. */
  readonly now: () => number;
  readonly onOpen: () => void;
  /** Opens the unlock window, which has passkeys and repairs; lost: with what is left without the passphrase. */
  readonly onWindow: (to?: 'lost') => void;
}

/** The popup while the vault is locked, or cannot be opened. */
export function LockedView(props: LockedViewProps) {
  const { vault, unlock, now, onOpen, onWindow } = props;
  const words = useWords();
  // A browser closes the popup when it asks for a passkey: the window asks for it.
  const byPasskey = props.passkey === 'some' && (
    <button type="button" class="button button-primary button-big" onClick={() => onWindow()}>
      <Icon name="lock" />
      {words('unlock_by_passkey')}
    </button>
  );
  const toSolutions = (look: 'primary' | 'quiet') => (
    <button
      type="button"
      class={`button button-${look}`}
      autofocus={look === 'primary'}
      onClick={() => onWindow()}
    >
      {words('codes_trouble')}
    </button>
  );
  const lost = (
    <button type="button" class="button button-quiet" onClick={() => onWindow('lost')}>
      {words('lost_title')}
    </button>
  );
  if (vault === 'missing') {
    return (
      <MessageView errorCode="vault-missing">
        <div class="actions">{toSolutions('primary')}</div>
      </MessageView>
    );
  }
  if (vault === 'damaged') {
    return (
      <MessageView text={words('repair_no_way_in')}>
        <div class="actions">{toSolutions('primary')}</div>
      </MessageView>
    );
  }
  const trouble = vault === 'older' ? 'vault-older' : undefined;
  if (props.passphrase === 'none') {
    return (
      <main class="view">
        <h1>
          <Mark />
          {words('codes_locked_title')}
        </h1>
        <ErrorNote code={trouble} />
        {byPasskey}
        {vault === 'locked' ? lost : toSolutions('quiet')}
      </main>
    );
  }
  return (
    <OpenVaultView
      trouble={trouble}
      unlock={unlock}
      touch={undefined}
      now={now}
      onOpen={onOpen}
      first={byPasskey}
    >
      {vault === 'locked' ? lost : toSolutions('quiet')}
    </OpenVaultView>
  );
}
