import { useState } from 'preact/hooks';
import { TextField } from './text-field.tsx';

interface TypedConfirmationProps {
  readonly busy: boolean;
  /** Says what to type, and what for. */
  readonly instruction: string;
  readonly word: string;
  readonly label: string;
  readonly onConfirmed: () => void;
}

/** A button for what cannot be undone: it is disabled until the word is typed. */
export function TypedConfirmation({
  busy,
  instruction,
  word,
  label,
  onConfirmed,
}: TypedConfirmationProps) {
  const [typed, setTyped] = useState('');
  const isTyped = typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase();
  return (
    <>
      <TextField
        label={instruction}
        value={typed}
        onValue={setTyped}
        autocomplete="off"
        spellcheck={false}
      />
      <div class="actions">
        <button
          type="button"
          class="button button-danger"
          disabled={!isTyped || busy}
          onClick={onConfirmed}
        >
          {label}
        </button>
      </div>
    </>
  );
}
