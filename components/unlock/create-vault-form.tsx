import type { ComponentChildren } from 'preact';
import type { ErrorCode } from '../../lib/errors.ts';
import { Mark } from '../ui/mark.tsx';
import { Note } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';
import { NewPassphraseForm } from './new-passphrase-form.tsx';
import type { StrengthOf } from './strength.ts';

interface CreateVaultFormProps {
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  readonly strengthOf: StrengthOf;
  readonly suggest: () => Promise<string>;
  readonly onPassphrase: (passphrase: string) => void;
  readonly onCopied: (text: string) => Promise<void>;
  /** Undefined where the browser has no passkeys. */
  readonly onPasskey?: (() => void) | undefined;
  /** Says what the passphrase is for, where this is not the first run. */
  readonly why?: string;
  /** Other ways to go on, below the form. */
  readonly children?: ComponentChildren;
}

/** Asks for the passphrase or passkey of a new vault, and says once what it cannot protect from. */
export function CreateVaultForm({ onPasskey, why, children, ...form }: CreateVaultFormProps) {
  const words = useWords();
  return (
    <main>
      <h1>
        <Mark />
        {words('unlock_window_protect')}
      </h1>
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
