import { useRef, useState } from 'preact/hooks';
import { NewPassphraseForm } from '../../components/unlock/new-passphrase-form.tsx';
import { ProofForm } from '../../components/unlock/proof-form.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Note } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { useUnderWay } from '../../components/ui/use-under-way.ts';
import type { MessageKey } from '../../lib/language/messages.ts';
import { useWords } from '../../components/ui/words.ts';
import { hasPasskeys, makePasskey, usePasskey } from '../../lib/browser/passkey.ts';
import { clearLater } from '../../lib/protocol/clear-later.ts';
import { AppError } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';
import { withKnownOutcome } from '../../lib/protocol/lost-reply.ts';
import type { PasskeyView, UnlockAnswer, UnlockSecret } from '../../lib/protocol/vault-views.ts';
import { generatePassphrase } from '../../lib/strength/generate.ts';
import { checkStrength, strengthOf } from '../../lib/strength/strength.ts';

/** A change for which the user must prove who it is. */
export type UnlockMethodChange = 'passphrase' | 'recovery-code' | 'passkey' | 'keep-unlocked';

const TITLES: Readonly<Record<UnlockMethodChange, MessageKey>> = {
  passphrase: 'options_passphrase',
  'recovery-code': 'options_recovery',
  passkey: 'options_passkey_add',
  'keep-unlocked': 'options_keep',
};

const WARNINGS: Readonly<Record<UnlockMethodChange, MessageKey>> = {
  passphrase: 'options_passphrase_old_copies',
  'recovery-code': 'options_recovery_what',
  passkey: 'options_passkey_what',
  'keep-unlocked': 'options_keep_what',
};

/** Whether the vault key is another one: then the change was made, though its reply was lost. */
async function isKeyReplaced(keyId: string): Promise<boolean> {
  const now = await ask('vaultState', {});
  return now.keyId !== '' && now.keyId !== keyId;
}

async function changePassphrase(
  proof: UnlockSecret,
  passphrase: string,
  keyId: string,
): Promise<UnlockAnswer> {
  const answer = await withKnownOutcome<UnlockAnswer>(
    () => ask('passphraseChange', { proof, passphrase }),
    async () => ((await isKeyReplaced(keyId)) ? { kind: 'open' } : undefined),
  );
  if (answer.kind === 'open') {
    // The change is made, whatever becomes of the note.
    await strengthOf(passphrase)
      .then(({ level }) => ask('healthNote', { strength: level }))
      .catch(() => undefined);
  }
  return answer;
}

interface UnlockMethodDialogProps {
  readonly change: UnlockMethodChange;
  /** Of the vault key before the change. */
  readonly keyId: string;
  readonly passkeys: readonly PasskeyView[];
  /** Called with the new recovery code if there is one, even if a lock has taken this dialog away by then. */
  readonly onDone: (recoveryCode?: string) => void;
  readonly onClose: () => void;
}

/** Changes how the vault is unlocked: says what the change means, asks for a secret, makes it. */
export function UnlockMethodDialog({
  change,
  keyId,
  passkeys,
  onDone,
  onClose,
}: UnlockMethodDialogProps) {
  const words = useWords();
  const task = useTask();
  const [passphrase, setPassphrase] = useState<string>();
  const recoveryCode = useRef<string>(undefined);
  const proving = useUnderWay();

  const perform = async (proof: UnlockSecret): Promise<UnlockAnswer> => {
    switch (change) {
      case 'passphrase':
        return changePassphrase(proof, passphrase ?? '', keyId);
      case 'recovery-code': {
        const answer = await withKnownOutcome(
          () => ask('recoveryReissue', { proof }),
          async () => {
            if (await isKeyReplaced(keyId)) throw new AppError('recovery-code-unseen');
            return undefined;
          },
        );
        if (answer.kind === 'open') recoveryCode.current = answer.recoveryCode;
        return answer;
      }
      case 'passkey': {
        const name = words('options_passkey_number', passkeys.length + 1);
        return ask('passkeyAdd', { proof, passkey: await makePasskey(name) });
      }
      case 'keep-unlocked':
        return ask('keepUnlocked', { proof });
      default:
        return change satisfies never;
    }
  };

  return (
    <Dialog title={words(TITLES[change])} busy={proving.busy} onClose={onClose}>
      <Note look="warning">
        <p>{words(WARNINGS[change])}</p>
      </Note>
      {change === 'passphrase' && passphrase === undefined ? (
        <NewPassphraseForm
          busy={task.busy}
          errorCode={task.errorCode}
          strengthOf={strengthOf}
          suggest={() =>
            generatePassphrase((length) => crypto.getRandomValues(new Uint8Array(length)))
          }
          submitLabel={words('ui_next')}
          onCopied={clearLater}
          onPassphrase={(typed) =>
            task.run(async () => {
              const { policy } = await ask('administrator', {});
              await checkStrength(typed, policy.passphraseStrengthMin);
              setPassphrase(typed);
            })
          }
        />
      ) : (
        <>
          <p>{words('options_prove')}</p>
          <ProofForm
            unlock={proving.track(perform)}
            touch={hasPasskeys() && passkeys.length > 0 ? () => usePasskey(passkeys) : undefined}
            now={Date.now}
            onOpen={() => onDone(recoveryCode.current)}
            submitLabel={words('ui_confirm')}
          />
        </>
      )}
    </Dialog>
  );
}
