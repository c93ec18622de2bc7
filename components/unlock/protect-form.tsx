import type { ComponentChildren } from 'preact';
import type { ErrorCode } from '../../lib/errors.ts';
import { Note } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';
import { NewPassphraseForm } from './new-passphrase-form.tsx';
import type { StrengthOf } from './strength.ts';

interface ProtectFormProps {
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  readonly strengthOf: StrengthOf;
  readonly suggest: () => Promise<string>;
  readonly onPassphrase: (passphrase: string) => void;
  /** Absent where the browser cannot. */
  readonly onPasskey?: (() => void) | undefined;
  /** In the place of the words of the first run. */
  readonly why?: string;
  /** Other ways on, below. */
  readonly children?: ComponentChildren;
}

/** First run: the first way into the vault, and what it cannot do, said once. */
export function ProtectForm({ onPasskey, why, children, ...form }: ProtectFormProps) {
  const words = useWords();
  return (
    <main>
      <h1>{words('unlock_window_protect')}</h1>
      <p>{why ?? words('unlock_protect_why')}</p>
      <NewPassphraseForm
        {...form}
        submitLabel={words(form.busy ? 'unlock_protecting' : 'unlock_protect')}
      >
        <Note>
          <p>{words('unlock_not_protected')}</p>
        </Note>
      </NewPassphraseForm>
      {onPasskey && (
        <div class="form alternative">
          <p class="hint">{words('unlock_passkey_hint')}</p>
          <button type="button" class="button" aria-disabled={form.busy} onClick={onPasskey}>
            {words('unlock_protect_passkey')}
          </button>
        </div>
      )}
      {children}
    </main>
  );
}
