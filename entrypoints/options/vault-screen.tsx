import { useState } from 'preact/hooks';
import { KeysSection } from '../../components/settings/keys-section.tsx';
import { LockingSection } from '../../components/settings/locking-section.tsx';
import { ArchiveSection } from '../../components/transfer/archive-section.tsx';
import { ErrorNote, Note, Status } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/task.ts';
import { useWords, type MessageKey } from '../../components/ui/words.ts';
import { hasPasskeys } from '../../lib/browser/passkey.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { VaultView } from '../../lib/protocol/views.ts';
import { BackupScreen } from './backup-screen.tsx';
import { KeyDialog, type KeyAct } from './key-dialog.tsx';

/** What can be set only while the vault is open. */
export function VaultScreen({ first }: { readonly first: VaultView }) {
  const words = useWords();
  const task = useTask();
  const [vault, setVault] = useState(first);
  const [act, setAct] = useState<KeyAct>();
  const [said, setSaid] = useState<MessageKey>();
  const after = (work: () => Promise<unknown>, done?: MessageKey): void =>
    task.run(async () => {
      setSaid(undefined);
      await work();
      setVault(await ask('vaultState', {}));
      setSaid(done);
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
      {vault.archive === 'kept' && (
        <ArchiveSection
          busy={task.busy}
          onDelete={() => after(() => ask('archiveDelete', {}), 'backup_aside_deleted')}
        />
      )}
      <LockingSection
        lockMinutes={vault.lockMinutes}
        keepUnlocked={vault.keepUnlocked}
        onMinutes={(minutes) => after(() => ask('lockMinutes', { minutes }), 'codes_saved')}
        onKeepUnlocked={() => setAct('keep-unlocked')}
        onStopKeeping={() => after(() => ask('keepUnlockedStop', {}), 'codes_saved')}
        onLock={() => after(() => ask('lock', {}))}
      />
      <KeysSection
        passkeys={vault.passkeys}
        onChangePassphrase={() => setAct('passphrase')}
        onReissue={() => setAct('recovery-code')}
        onAddPasskey={hasPasskeys() ? () => setAct('passkey') : undefined}
        onRename={(credentialId, name) =>
          after(() => ask('passkeyRename', { credentialId, name }), 'codes_saved')
        }
        onRemove={(credentialId) =>
          after(() => ask('passkeyRemove', { credentialId }), 'options_passkey_removed')
        }
      />
      <ErrorNote code={task.errorCode} />
      <Status text={said ? words(said) : ''} />
      {act && (
        <KeyDialog
          act={act}
          passkeys={vault.passkeys}
          onDone={() => {
            setAct(undefined);
            after(async () => {}, 'codes_saved');
          }}
          onClose={() => setAct(undefined)}
        />
      )}
    </>
  );
}
