import { useState } from 'preact/hooks';
import { NewPassphraseForm } from '../../components/unlock/new-passphrase-form.tsx';
import { ProofForm, type Secret } from '../../components/unlock/open-form.tsx';
import type { UnlockAnswer } from '../../components/unlock/use-unlock.ts';
import { RecoveryKeep } from '../../components/unlock/recovery-keep.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Note } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/task.ts';
import { useWords, type MessageKey } from '../../components/ui/words.ts';
import { hasPasskeys, makePasskey, usePasskey } from '../../lib/browser/passkey.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { PasskeyView } from '../../lib/protocol/views.ts';
import { generatePassphrase } from '../../lib/strength/generate.ts';
import { checkStrength, strengthOf } from '../../lib/strength/strength.ts';

/** What a proof is asked for. */
export type KeyAct = 'passphrase' | 'recovery-code' | 'passkey' | 'keep-unlocked';

const TITLES: Readonly<Record<KeyAct, MessageKey>> = {
  passphrase: 'options_passphrase',
  'recovery-code': 'options_recovery',
  passkey: 'options_passkey_add',
  'keep-unlocked': 'options_keep',
};

const WARNINGS: Readonly<Record<KeyAct, MessageKey>> = {
  passphrase: 'options_passphrase_old_copies',
  'recovery-code': 'options_recovery_what',
  passkey: 'options_passkey_what',
  'keep-unlocked': 'options_keep_what',
};

interface KeyDialogProps {
  readonly act: KeyAct;
  readonly passkeys: readonly PasskeyView[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** One change of the ways in: says what it means, asks for a secret, does it. */
export function KeyDialog({ act, passkeys, onDone, onClose }: KeyDialogProps) {
  const words = useWords();
  const task = useTask();
  const [passphrase, setPassphrase] = useState<string>();
  const [recoveryCode, setRecoveryCode] = useState<string>();

  const perform = async (proof: Secret): Promise<UnlockAnswer> => {
    switch (act) {
      case 'passphrase':
        return ask('passphraseChange', { proof, passphrase: passphrase ?? '' });
      case 'recovery-code': {
        const answer = await ask('recoveryReissue', { proof });
        if (answer.kind === 'open') setRecoveryCode(answer.recoveryCode);
        return answer;
      }
      case 'passkey': {
        const name = words('options_passkey_number', String(passkeys.length + 1));
        return ask('passkeyAdd', { proof, passkey: await makePasskey(name) });
      }
      case 'keep-unlocked':
        return ask('keepUnlocked', { proof });
      default:
        return act satisfies never;
    }
  };

  if (recoveryCode !== undefined) {
    return (
      <Dialog title={words('unlock_recovery_title')} onClose={onDone}>
        <RecoveryKeep
          recoveryCode={recoveryCode}
          onCopied={() => ask('clipboardClear', { seconds: 60 })}
          onDone={onDone}
        />
      </Dialog>
    );
  }
  return (
    <Dialog title={words(TITLES[act])} onClose={onClose}>
      <Note look="warning">
        <p>{words(WARNINGS[act])}</p>
      </Note>
      {act === 'passphrase' && passphrase === undefined ? (
        <NewPassphraseForm
          busy={task.busy}
          errorCode={task.errorCode}
          strengthOf={strengthOf}
          suggest={() =>
            generatePassphrase((length) => crypto.getRandomValues(new Uint8Array(length)))
          }
          submitLabel={words('ui_next')}
          onPassphrase={(typed) =>
            task.run(async () => {
              await checkStrength(typed);
              setPassphrase(typed);
            })
          }
        />
      ) : (
        <>
          <p>{words('options_prove')}</p>
          <ProofForm
            unlock={perform}
            touch={hasPasskeys() && passkeys.length > 0 ? () => usePasskey(passkeys) : undefined}
            now={Date.now}
            onOpen={() => act !== 'recovery-code' && onDone()}
            submitLabel={words('ui_confirm')}
          />
        </>
      )}
    </Dialog>
  );
}
