import { useState } from 'preact/hooks';
import { Field } from './field.tsx';

interface TypedWordProps {
  readonly busy: boolean;
  /** What to type, and for what. */
  readonly type: string;
  readonly word: string;
  readonly label: string;
  readonly onSure: () => void;
}

/** A button for what cannot be undone: dead until the word is typed. */
export function TypedWord({ busy, type, word, label, onSure }: TypedWordProps) {
  const [typed, setTyped] = useState('');
  const sure = typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase();
  return (
    <>
      <Field label={type} value={typed} onValue={setTyped} autocomplete="off" spellcheck={false} />
      <div class="actions">
        <button
          type="button"
          class="button button-danger"
          disabled={!sure || busy}
          onClick={onSure}
        >
          {label}
        </button>
      </div>
    </>
  );
}
