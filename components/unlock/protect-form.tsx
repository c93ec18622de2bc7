import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import { ErrorNote, Note } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { StrengthMeter } from './strength-meter.tsx';
import type { StrengthOf } from './strength.ts';

interface ProtectFormProps {
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  readonly strengthOf: StrengthOf;
  readonly onCreate: (passphrase: string) => void;
}

/** First run: a passphrase for the vault. Twice while hidden, once while shown. */
export function ProtectForm({ busy, errorCode, strengthOf, onCreate }: ProtectFormProps) {
  const words = useWords();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  const [tried, setTried] = useState(false);
  const different = !shown && again !== passphrase;
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!busy && passphrase !== '' && !different) onCreate(passphrase);
      }}
    >
      <p>{words('unlock_protect_why')}</p>
      {/* A password manager files a password under a name; this one is no secret. */}
      <input
        class="unseen"
        type="text"
        name="username"
        autocomplete="username"
        value="Nightlatch"
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <PassphraseField
        label={words('unlock_passphrase')}
        value={passphrase}
        onValue={setPassphrase}
        autocomplete="new-password"
        shown={shown}
        onShown={setShown}
        autofocus
        hint={words('unlock_passphrase_hint')}
      />
      <StrengthMeter passphrase={passphrase} strengthOf={strengthOf} />
      {!shown && (
        <PassphraseField
          label={words('unlock_passphrase_again')}
          value={again}
          onValue={setAgain}
          autocomplete="new-password"
          shown={false}
          error={
            different && (tried || again.length >= passphrase.length) && again !== ''
              ? words('unlock_passphrases_differ')
              : undefined
          }
        />
      )}
      <Note>
        <p>{words('unlock_not_protected')}</p>
      </Note>
      <ErrorNote code={errorCode} />
      <div class="actions">
        <button type="submit" class="button button-primary" aria-disabled={busy}>
          {busy ? words('unlock_protecting') : words('unlock_protect')}
        </button>
      </div>
    </form>
  );
}
