import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
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
  const id = useId();
  const [asked, setAsked] = useState<boolean>();
  const shown = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone. Its successor is read out with the question.
  useLayoutEffect(() => {
    if (asked !== undefined) shown.current?.focus();
  }, [asked]);
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
    <div class="actions">
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
