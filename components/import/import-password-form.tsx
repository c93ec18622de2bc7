import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import { ErrorNote } from '../ui/note.tsx';
import { PassphraseField } from '../unlock/passphrase-field.tsx';
import { useWords } from '../ui/words.ts';

interface ImportPasswordFormProps {
  readonly fileName: string;
  /** The app that made the file, as far as it can be told. */
  readonly app: string;
  /** Where opening it takes much memory: how much, MiB. */
  readonly memoryMib: number | undefined;
  readonly answer: 'needs-password' | 'wrong-password';
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  readonly onPassword: (password: string) => void;
  readonly onCancel: () => void;
}

/** Less than this any computer has left. */
const MUCH_MIB = 200;

/** Asks for the password of one file. It opens that file and is forgotten. */
export function ImportPasswordForm(props: ImportPasswordFormProps) {
  const words = useWords();
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const isWrong = props.answer === 'wrong-password' && password === '';
  return (
    <form
      class="form card"
      onSubmit={(event) => {
        event.preventDefault();
        if (props.busy || password === '') return;
        setPassword('');
        props.onPassword(password);
      }}
    >
      <p>
        <bdi>{words('import_password_for', props.fileName)}</bdi>
      </p>
      {props.memoryMib !== undefined && props.memoryMib >= MUCH_MIB && (
        <p class="hint">{words('import_password_memory', props.memoryMib)}</p>
      )}
      <PassphraseField
        label={words('import_password')}
        value={password}
        onValue={setPassword}
        autocomplete="current-password"
        shown={shown}
        onShown={setShown}
        autofocus
        hint={words('import_password_hint', props.app)}
        error={isWrong && !props.busy ? words('import_password_wrong', props.app) : undefined}
      />
      <ErrorNote code={props.errorCode} />
      <div class="actions">
        <button type="submit" class="button button-primary" aria-disabled={props.busy}>
          {words('import_password_open')}
        </button>
        <button type="button" class="button" onClick={props.onCancel}>
          {words('ui_cancel')}
        </button>
      </div>
    </form>
  );
}
