import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import { ErrorNote } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';
import { HiddenUsername } from './hidden-username.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { StrengthMeter } from './strength-meter.tsx';
import type { StrengthOf } from './strength.ts';

interface NewPassphraseFormProps {
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  readonly strengthOf: StrengthOf;
  /** Gives a random passphrase. */
  readonly suggest: () => Promise<string>;
  readonly submitLabel: string;
  /** What it is to protect, where that is not the vault: the browser is not asked to remember it. */
  readonly of?: 'file';
  readonly onPassphrase: (passphrase: string) => void;
  /** Notes above the button. */
  readonly children?: ComponentChildren;
}

/** Asks for a new passphrase (twice while it is hidden), shows how strong it is, and can suggest a random one. */
export function NewPassphraseForm(props: NewPassphraseFormProps) {
  const words = useWords();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  const [suggested, setSuggested] = useState(false);
  const [tried, setTried] = useState(false);
  const different = !shown && again !== passphrase;
  const typedEnough = again !== '' && (tried || again.length >= passphrase.length);
  const suggest = async (): Promise<void> => {
    setPassphrase(await props.suggest());
    setShown(true);
    setSuggested(true);
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!props.busy && passphrase !== '' && !different) props.onPassphrase(passphrase);
      }}
    >
      {props.of !== 'file' && <HiddenUsername />}
      <PassphraseField
        label={words(props.of === 'file' ? 'export_passphrase' : 'unlock_new_passphrase')}
        value={passphrase}
        onValue={(value) => {
          setPassphrase(value);
          setSuggested(false);
        }}
        autocomplete="new-password"
        shown={shown}
        onShown={setShown}
        autofocus
        hint={words(suggested ? 'unlock_suggested' : 'unlock_passphrase_hint')}
      />
      <StrengthMeter passphrase={passphrase} strengthOf={props.strengthOf} />
      {!shown && (
        <PassphraseField
          label={words('unlock_passphrase_again')}
          value={again}
          onValue={setAgain}
          autocomplete="new-password"
          shown={false}
          error={different && typedEnough ? words('unlock_passphrases_differ') : undefined}
        />
      )}
      <div class="actions">
        <button type="button" class="button button-small" onClick={() => void suggest()}>
          {words('unlock_suggest')}
        </button>
      </div>
      {props.children}
      <ErrorNote code={props.errorCode} />
      <div class="actions">
        <button type="submit" class="button button-primary" aria-disabled={props.busy}>
          {props.submitLabel}
        </button>
      </div>
    </form>
  );
}
