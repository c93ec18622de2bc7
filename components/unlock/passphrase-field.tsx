import { useState } from 'preact/hooks';
import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/words.ts';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly autocomplete: 'new-password' | 'current-password';
  readonly shown: boolean;
  readonly onShown?: (shown: boolean) => void;
  readonly autofocus?: boolean;
  readonly error?: string | undefined;
  readonly hint?: string;
}

/** A passphrase field that allows pasting and password managers (WCAG 3.3.8), warns of Caps Lock, and can show what it holds. */
export function PassphraseField(props: PassphraseFieldProps) {
  const words = useWords();
  const [capsLock, setCapsLock] = useState(false);
  const { onShown, shown, hint } = props;
  const hints = [hint, capsLock && !shown ? words('unlock_caps_lock') : undefined];
  const fullHint = hints.filter(Boolean).join(' ');
  return (
    <TextField
      label={props.label}
      value={props.value}
      onValue={props.onValue}
      type={shown ? 'text' : 'password'}
      autocomplete={props.autocomplete}
      spellcheck={false}
      required
      error={props.error}
      {...(props.autofocus ? { autofocus: true } : {})}
      {...(fullHint === '' ? {} : { hint: fullHint })}
      onKeyEvent={(event) => setCapsLock(event.getModifierState('CapsLock'))}
    >
      {onShown && (
        <button
          type="button"
          class="button button-small"
          aria-pressed={shown}
          onClick={() => onShown(!shown)}
        >
          {words('unlock_show')}
        </button>
      )}
    </TextField>
  );
}
