import { useState } from 'preact/hooks';
import { ArmedButton } from '../ui/armed-button.tsx';
import { useWords } from '../ui/words.ts';

interface SecondPressProps {
  readonly busy: boolean;
  readonly label: string;
  /** Asks before the second press. */
  readonly question: string;
  readonly onConfirmed: () => void;
}

/** A plain button for what gives something up: a second one, armed, does it. */
export function SecondPress({ busy, label, question, onConfirmed }: SecondPressProps) {
  const words = useWords();
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <div class="actions">
        <button
          type="button"
          class="button"
          aria-disabled={busy}
          onClick={() => !busy && setAsked(true)}
        >
          {label}
        </button>
      </div>
    );
  }
  return (
    <div class="actions">
      <p role="status">{question}</p>
      <ArmedButton look="danger" busy={busy} onClick={onConfirmed}>
        {label}
      </ArmedButton>
      <button type="button" class="button button-quiet" onClick={() => setAsked(false)}>
        {words('ui_cancel')}
      </button>
    </div>
  );
}
