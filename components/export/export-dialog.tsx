import type { ComponentProps } from 'preact';
import { useState } from 'preact/hooks';
import type { UnlockAnswer, UnlockSecret } from '../../lib/protocol/vault-views.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Note } from '../ui/note.tsx';
import { useTask } from '../ui/use-task.ts';
import { useUnderWay } from '../ui/use-under-way.ts';
import { useWords } from '../ui/words.ts';
import { NewPassphraseForm } from '../unlock/new-passphrase-form.tsx';
import { ProofForm } from '../unlock/proof-form.tsx';
import { EXPORT_FORMS, type ExportForm } from './export-forms.ts';

interface ExportDialogProps
  extends
    Pick<ComponentProps<typeof NewPassphraseForm>, 'strengthOf' | 'suggest' | 'onCopied'>,
    Pick<ComponentProps<typeof ProofForm>, 'touch' | 'now'> {
  readonly form: ExportForm;
  /** Throws 'passphrase-too-weak'. */
  readonly checkStrength: (passphrase: string) => Promise<void>;
  /** `passphrase` is that of the file; absent where it has none. */
  readonly onProof: (secret: UnlockSecret, passphrase?: string) => Promise<UnlockAnswer>;
  readonly onClose: () => void;
}

/** Says what the export means, asks for the file's passphrase where it has one, then who the user is. */
export function ExportDialog(props: ExportDialogProps) {
  const { form } = props;
  const words = useWords();
  const task = useTask();
  const proving = useUnderWay();
  const [passphrase, setPassphrase] = useState<string>();
  const hasOwn = EXPORT_FORMS[form].secrecy === 'own';
  return (
    <Dialog title={words(EXPORT_FORMS[form].title)} busy={proving.busy} onClose={props.onClose}>
      <Note look="warning">
        <p>{words(EXPORT_FORMS[form].warning)}</p>
      </Note>
      {hasOwn && passphrase === undefined ? (
        <NewPassphraseForm
          of="file"
          busy={task.busy}
          errorCode={task.errorCode}
          strengthOf={props.strengthOf}
          suggest={props.suggest}
          onCopied={props.onCopied}
          submitLabel={words('ui_next')}
          onPassphrase={(typed) =>
            task.run(async () => {
              await props.checkStrength(typed);
              setPassphrase(typed);
            })
          }
        />
      ) : (
        <>
          <p>{words('options_prove')}</p>
          <ProofForm
            unlock={proving.track((secret) => props.onProof(secret, passphrase))}
            touch={props.touch}
            now={props.now}
            onOpen={() => {}}
            submitLabel={words('ui_confirm')}
          />
        </>
      )}
    </Dialog>
  );
}
