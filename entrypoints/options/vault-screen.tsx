import { useEffect, useState } from 'preact/hooks';
import { UnlockMethodsSection } from '../../components/settings/unlock-methods-section.tsx';
import { LockingSection } from '../../components/settings/locking-section.tsx';
import { ArchiveSection } from '../../components/transfer/archive-section.tsx';
import { ErrorNote, Note, Status } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { useWords, type MessageKey } from '../../components/ui/words.ts';
import { hasPasskeys } from '../../lib/browser/passkey.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { VaultView } from '../../lib/protocol/vault-views.ts';
import { BackupScreen } from './backup-screen.tsx';
import { UnlockMethodDialog, type UnlockMethodChange } from './unlock-method-dialog.tsx';

/** The settings that need an open vault. */
export function VaultScreen({ first }: { readonly first: VaultView }) {
  const words = useWords();
  const task = useTask();
  const [vault, setVault] = useState(first);
  const [change, setChange] = useState<UnlockMethodChange>();
  const [statusText, setStatusText] = useState<MessageKey>();
  const [archive, setArchive] = useState<'kept' | 'none'>('none');
  useEffect(() => {
    void ask('archiveState', {}).then(setArchive, () => undefined);
  }, [vault]);
  const after = (work: () => Promise<unknown>, done?: MessageKey): void =>
    task.run(async () => {
      setStatusText(undefined);
      await work();
      setVault(await ask('vaultState', {}));
      setStatusText(done);
    });
  if (vault.state !== 'open') {
    return (
      <section class="form">
        <Note>
          <p>{words(vault.state === 'absent' ? 'options_absent' : 'options_locked')}</p>
        </Note>
        <div class="actions">
          <button
            type="button"
            class="button button-primary"
            onClick={() => task.run(() => ask('unlockOpen', {}))}
          >
            {words(vault.state === 'absent' ? 'unlock_window_protect' : 'unlock_open')}
          </button>
          <button type="button" class="button" onClick={() => after(async () => {})}>
            {words('options_look_again')}
          </button>
        </div>
        <ErrorNote code={task.errorCode} />
      </section>
    );
  }
  return (
    <>
      {vault.backup && (
        <BackupScreen
          backup={vault.backup}
          onChanged={async () => setVault(await ask('vaultState', {}))}
        />
      )}
      {archive === 'kept' && (
        <ArchiveSection
          busy={task.busy}
          onDelete={() => after(() => ask('archiveDelete', {}), 'backup_aside_deleted')}
        />
      )}
      <LockingSection
        lockMinutes={vault.lockMinutes}
        keepUnlocked={vault.keepUnlocked}
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
      <ErrorNote code={task.errorCode} />
      <Status text={statusText ? words(statusText) : ''} />
      {change && (
        <UnlockMethodDialog
          change={change}
          passkeys={vault.passkeys}
          onDone={() => {
            setChange(undefined);
            after(async () => {}, 'codes_saved');
          }}
          onClose={() => setChange(undefined)}
        />
      )}
    </>
  );
}
