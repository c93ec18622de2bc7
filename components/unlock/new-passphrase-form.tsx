import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import { DialogLeave } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useHandedFocus } from '../ui/use-handed-focus.ts';
import { useLanguage } from '../ui/words.ts';
import { HiddenUsername } from './hidden-username.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { SuggestedWords } from './suggested-words.tsx';
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
  /** Called after the suggested words were copied: the caller has the clipboard cleared later. */
  readonly onCopied: (text: string) => Promise<void>;
  /** Notes below the button. */
  readonly children?: ComponentChildren;
}

/**
 * Asks for a new passphrase in one field that can show what it holds, says how
 * strong it is, and can suggest a random one.
 */
export function NewPassphraseForm(props: NewPassphraseFormProps) {
  const { words, errorWords } = useLanguage();
  const [passphrase, setPassphrase] = useState('');
  const [shown, setShown] = useState(false);
  const [suggested, setSuggested] = useState(false);
  /** What stood in the field before the suggested words. */
  const [typed, setTyped] = useState('');
  const [returns, setReturns] = useState(0);
  const suggestButton = useHandedFocus<HTMLButtonElement>(returns);
  const [tooWeak, setTooWeak] = useState<string>();
  const suggest = async (): Promise<void> => {
    const suggestion = await props.suggest();
    if (!suggested) setTyped(passphrase);
    setPassphrase(suggestion);
    setShown(false);
    setSuggested(true);
  };
  const isTooWeak = props.errorCode === 'passphrase-too-weak' && tooWeak === passphrase;
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (props.busy || passphrase === '') return;
        setTooWeak(passphrase);
        props.onPassphrase(passphrase);
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
        {...(isTooWeak
          ? { error: errorWords('passphrase-too-weak') }
          : { hint: words(suggested ? 'unlock_suggested' : 'unlock_passphrase_hint') })}
      />
      <StrengthMeter passphrase={passphrase} strengthOf={props.strengthOf} />
      {suggested ? (
        <SuggestedWords
          passphrase={passphrase}
          onCopied={props.onCopied}
          onAnother={() => void suggest()}
          onBack={
            typed === ''
              ? undefined
              : () => {
                  setPassphrase(typed);
                  setSuggested(false);
                  setReturns(returns + 1);
                }
          }
        />
      ) : (
        <div class="actions">
          <button
            ref={suggestButton}
            type="button"
            class="button button-small"
            onClick={() => void suggest()}
          >
            {words('unlock_suggest')}
          </button>
        </div>
      )}
      <ErrorNote code={props.errorCode === 'passphrase-too-weak' ? undefined : props.errorCode} />
      <div class="actions">
        <button type="submit" class="button button-primary" aria-disabled={props.busy}>
          {props.submitLabel}
        </button>
        <DialogLeave />
      </div>
      {props.children}
    </form>
  );
}
