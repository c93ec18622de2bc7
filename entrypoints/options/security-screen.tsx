import { useEffect, useState } from 'preact/hooks';
import { LockingSection } from '../../components/settings/locking-section.tsx';
import { UnlockMethodsSection } from '../../components/settings/unlock-methods-section.tsx';
import { DoneNote } from '../../components/ui/done-note.tsx';
import { ErrorNote, Note } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import type { MessageKey } from '../../lib/language/messages.ts';
import { useWords } from '../../components/ui/words.ts';
import { noticesScreenLock } from '../../lib/browser/screen-lock.ts';
import { hasPasskeys } from '../../lib/browser/passkey.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { VaultView } from '../../lib/protocol/vault-views.ts';
import { UnlockMethodDialog, type UnlockMethodChange } from './unlock-method-dialog.tsx';

interface SecurityScreenProps {
  readonly vault: VaultView;
  /** wanted: the page was opened for a new recovery code. */
  readonly wanted: 'wanted' | 'there';
  /** Called once that has begun. */
  readonly onBegun: () => void;
  /** Called when something about the vault has changed. */
  readonly onChanged: () => Promise<void>;
  /** Shows a new recovery code. The caller holds it, because a lock takes this screen away. */
  readonly onRecoveryCode: (recoveryCode: string) => void;
}

/** When the vault locks, and what opens it. */
export function SecurityScreen(props: SecurityScreenProps) {
  const { vault, wanted, onChanged, onRecoveryCode } = props;
  const words = useWords();
  const task = useTask();
  const [change, setChange] = useState<UnlockMethodChange | undefined>(
    wanted === 'wanted' ? 'recovery-code' : undefined,
  );
  useEffect(() => {
    if (wanted === 'wanted') props.onBegun();
  }, []);
  const [statusText, setStatusText] = useState<MessageKey>();
  const after = (work: () => Promise<unknown>, done?: MessageKey): void =>
    task.run(async () => {
      setStatusText(undefined);
      await work();
      await onChanged();
      setStatusText(done);
    });
  return (
    <>
      <ErrorNote code={task.errorCode} />
      <DoneNote text={statusText ? words(statusText) : ''} />
      {vault.oldData === 'left' && (
        <Note look="warning">
          <p>{words('options_old_data_left')}</p>
        </Note>
      )}
      <LockingSection
        lockMinutes={vault.lockMinutes}
        keepUnlocked={vault.keepUnlocked}
        screenLock={noticesScreenLock() ? 'noticed' : 'unnoticed'}
        onMinutes={(minutes) => after(() => ask('lockMinutes', { minutes }), 'codes_saved')}
        onKeepUnlocked={() => setChange('keep-unlocked')}
        onStopKeeping={() => after(() => ask('keepUnlockedStop', {}), 'options_keep_stopped')}
        onLock={() => after(() => ask('lock', {}))}
      />
      <UnlockMethodsSection
        passkeys={vault.passkeys}
        onChangePassphrase={() => setChange('passphrase')}
        onReissue={() => setChange('recovery-code')}
        onAddPasskey={hasPasskeys() ? () => setChange('passkey') : undefined}
        onRename={(credentialId, name) =>
          after(() => ask('passkeyRename', { credentialId, name }), 'codes_saved')
        }
        onRemove={(credentialId) =>
          after(() => ask('passkeyRemove', { credentialId }), 'options_passkey_removed')
        }
      />
      {change && (
        <UnlockMethodDialog
          change={change}
          keyId={vault.keyId}
          passkeys={vault.passkeys}
          onDone={(recoveryCode) => {
            setChange(undefined);
            if (recoveryCode !== undefined) onRecoveryCode(recoveryCode);
            after(async () => {}, 'codes_saved');
          }}
          onClose={() => setChange(undefined)}
        />
      )}
    </>
  );
}
