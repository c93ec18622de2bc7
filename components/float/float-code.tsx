import { useState } from 'preact/hooks';
import type { AccountView } from '../../lib/otp/account.ts';
import { CopiedMark } from '../codes/account-names.tsx';
import { fullName, type Row } from '../codes/code-row.tsx';
import { CountdownRing, useStepStyle } from '../codes/countdown-ring.tsx';
import { RowCode } from '../codes/row-code.tsx';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../ui/words.ts';

interface FloatCodeProps {
  readonly row: Row;
  readonly digits: 'shown' | 'on-focus';
  readonly copied: 'just-now' | 'no';
  readonly onCopy: (account: AccountView) => void;
  readonly onNext: (account: AccountView) => void;
  readonly now: () => number;
}

/** One account of the float window; a press anywhere copies. */
export function FloatCode({ row, digits, copied, onCopy, onNext, now }: FloatCodeProps) {
  const { account, code, next, counted } = row;
  const words = useWords();
  const style = useStepStyle(code, now);
  const [pointedAt, setPointedAt] = useState(false);
  const show = (): void => setPointedAt(true);
  const hide = (): void => setPointedAt(false);
  return (
    <li class="float-code" style={style} onPointerEnter={show} onPointerLeave={hide}>
      <button
        type="button"
        class="float-main"
        title={words('codes_copy')}
        onFocus={show}
        onBlur={hide}
        onClick={() => onCopy(account)}
      >
        <span class="row-text">
          <bdi class="float-name">{account.label || account.issuer}</bdi>
          {account.label && account.issuer && <bdi class="row-more">{account.issuer}</bdi>}
          {copied === 'just-now' && <CopiedMark />}
        </span>
        <RowCode
          account={account}
          code={account.type === 'hotp' ? counted : code}
          next={next}
          digits={digits === 'shown' || pointedAt ? 'shown' : 'hidden'}
        />
      </button>
      {code && <CountdownRing code={code} now={now} />}
      {account.type === 'hotp' && (
        <button
          type="button"
          class="icon-button"
          aria-label={words('codes_next_name', fullName(account))}
          title={words('codes_next')}
          onClick={() => onNext(account)}
        >
          <Icon name="next" />
        </button>
      )}
    </li>
  );
}
