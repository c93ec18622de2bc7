import type { AccountView, Code, CountedCode } from '../../lib/otp/account.ts';
import { useWords } from '../ui/words.ts';
import { CodeDigits, HiddenDigits } from './code-digits.tsx';

interface RowCodeProps {
  readonly account: AccountView;
  /** Undefined while the background has not given it, or none was asked for. */
  readonly code: Code | CountedCode | undefined;
  readonly next: Code | undefined;
  readonly digits: 'shown' | 'hidden';
}

/** The code of an account, or what stands in its place: the counter, or dots. */
export function RowCode({ account, code, next, digits }: RowCodeProps) {
  const words = useWords();
  return (
    <span class="row-code">
      {code && digits === 'shown' ? (
        <CodeDigits code={code} next={next} />
      ) : account.type === 'hotp' && !code ? (
        <span class="row-counter">{words('codes_counter', account.counter)}</span>
      ) : (
        <HiddenDigits />
      )}
    </span>
  );
}
