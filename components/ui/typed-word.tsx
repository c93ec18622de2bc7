import { useState } from 'preact/hooks';
import { Field } from '../ui/field.tsx';
import { useWords } from '../ui/words.ts';

interface TypedWordProps {
  readonly busy: boolean;
  readonly label: string;
  readonly onSure: () => void;
}

/** A button for what cannot be undone: dead until the word is typed. */
export function TypedWord({ busy, label, onSure }: TypedWordProps) {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const word = words('repair_word');
  const sure = typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase();
  return (
    <>
      <Field
        label={words('repair_over_type', word)}
        value={typed}
        onValue={setTyped}
        autocomplete="off"
        spellcheck={false}
      />
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
