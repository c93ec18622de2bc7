import { useState } from 'preact/hooks';
import type { CountedCode } from '../../lib/otp/account.ts';
import { groupDigits } from '../codes/group-digits.ts';
import { ErrorNote } from '../ui/note.tsx';
import { useTask } from '../ui/use-task.ts';
import { useWords } from '../ui/words.ts';

/** A site tries about as many codes ahead (RFC 4226, section 7.4). */
const LOOK_AHEAD = 5;

interface CounterHelpProps {
  /** Of the next code. */
  readonly counter: number;
  /** Takes the code of a counter; those before it are used up, too. */
  readonly take: (counter: number) => Promise<CountedCode>;
}

/**
 * For a site that takes no code any more, because it has counted further: the
 * numbers of the codes that follow, each with its code at a press, which stores
 * first that it was taken.
 */
export function CounterHelp({ counter, take }: CounterHelpProps) {
  const words = useWords();
  const [code, setCode] = useState<CountedCode>();
  // A second press before the first code is there would use up a code nobody has seen.
  const task = useTask();
  const show = (wanted: number): void => task.run(async () => setCode(await take(wanted)));
  const numbers = Array.from({ length: LOOK_AHEAD }, (_number, at) => counter + at);
  return (
    <details class="details">
      <summary>{words('accounts_counter_help')}</summary>
      <p class="hint">{words('accounts_counter_help_what')}</p>
      <p role="status">
        {code && (
          <>
            {words('accounts_counter_code', code.counter)}{' '}
            <bdi dir="ltr">
              <strong>{groupDigits(code.digits)}</strong>
            </bdi>
          </>
        )}
      </p>
      <ErrorNote code={task.errorCode} />
      <div class="actions">
        {numbers.map((number) => (
          <button
            key={number}
            type="button"
            class="button button-small"
            onClick={() => show(number)}
          >
            {words('accounts_counter_show', number)}
          </button>
        ))}
      </div>
    </details>
  );
}
