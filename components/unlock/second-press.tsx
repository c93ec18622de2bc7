import { useId, useState } from 'preact/hooks';
import { ArmedButton } from '../ui/armed-button.tsx';
import { onEscape } from '../ui/on-escape.ts';
import { useHandedFocus } from '../ui/use-handed-focus.ts';
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
  const id = useId();
  const [asked, setAsked] = useState(false);
  // The successor is read out with the question.
  const shown = useHandedFocus<HTMLButtonElement>(asked);
  if (!asked) {
    return (
      <div class="actions">
        <button
          type="button"
          ref={shown}
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
    <div class="actions" onKeyDown={onEscape(() => setAsked(false))}>
      <p id={id}>{question}</p>
      <ArmedButton look="danger" busy={busy} onClick={onConfirmed}>
        {label}
      </ArmedButton>
      <button
        type="button"
        ref={shown}
        class="button button-quiet"
        aria-describedby={id}
        onClick={() => setAsked(false)}
      >
        {words('ui_cancel')}
      </button>
    </div>
  );
}
