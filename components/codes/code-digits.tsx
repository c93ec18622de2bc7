import type { CountedCode } from '../../lib/otp/account.ts';
import { useWords } from '../ui/words.ts';
import { groupDigits } from './group-digits.ts';

/** Shown in place of a hidden code, always of the same length. */
const HIDDEN = '•••\u202f•••';

interface CodeDigitsProps {
  readonly code: CountedCode;
  /** Shows below the code in the last seconds of its step. */
  readonly next: CountedCode | undefined;
}

/** A code, and below it the next one once it is worth knowing. */
export function CodeDigits({ code, next }: CodeDigitsProps) {
  const words = useWords();
  const { length } = code.digits;
  const size = length > 8 ? ' digits-longest' : length > 6 ? ' digits-long' : '';
  return (
    <span class={`digits${size}${next ? ' digits-with-next' : ''}`} key={code.counter}>
      <span class="unseen">{words('codes_spoken_code')}</span>
      <bdi dir="ltr" class="digits-now">
        {groupDigits(code.digits)}
      </bdi>
      {next && (
        <span class="next-line" aria-hidden="true">
          {words('codes_next_short')}{' '}
          <bdi class="digits-next" dir="ltr">
            {groupDigits(next.digits)}
          </bdi>
        </span>
      )}
    </span>
  );
}

export function HiddenDigits() {
  return (
    <span class="digits digits-hidden" aria-hidden="true">
      {HIDDEN}
    </span>
  );
}
