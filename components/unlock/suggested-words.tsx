import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { DoneNote } from '../ui/done-note.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useTask } from '../ui/use-task.ts';
import { useWords } from '../ui/words.ts';

interface SuggestedWordsProps {
  readonly passphrase: string;
  /** Called after copying: the caller has the clipboard cleared later. */
  readonly onCopied: (text: string) => Promise<void>;
  readonly onAnother: () => void;
  /** Brings back what the words have replaced; undefined: nothing was typed. */
  readonly onBack: (() => void) | undefined;
}

/** The suggested words whole, in a box that can be copied and printed: a field would cut them off. */
export function SuggestedWords({ passphrase, onCopied, onAnother, onBack }: SuggestedWordsProps) {
  const words = useWords();
  const task = useTask();
  const [copied, setCopied] = useState<string>();
  const another = useRef<HTMLButtonElement>(null);
  // In place of the button that asked for the words.
  useLayoutEffect(() => another.current?.focus(), []);
  return (
    <div class="form suggested">
      <p class="recovery-code" dir="ltr" translate={false}>
        {passphrase}
      </p>
      <p class="print-only">{words('unlock_words_printed')}</p>
      <div class="actions">
        <button
          type="button"
          class="button button-small"
          onClick={() =>
            task.run(async () => {
              await navigator.clipboard.writeText(passphrase);
              setCopied(passphrase);
              await onCopied(passphrase);
            })
          }
        >
          {words('unlock_words_copy')}
        </button>
        <button type="button" class="button button-small" onClick={() => window.print()}>
          {words('unlock_words_print')}
        </button>
        <button ref={another} type="button" class="button button-small" onClick={onAnother}>
          {words('unlock_words_another')}
        </button>
        {onBack && (
          <button type="button" class="button button-small" onClick={onBack}>
            {words('unlock_words_mine')}
          </button>
        )}
      </div>
      <DoneNote text={copied === passphrase ? words('unlock_recovery_copied') : ''} />
      <ErrorNote code={task.errorCode} />
    </div>
  );
}
