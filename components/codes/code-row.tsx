import type { AccountView, Code, CountedCode } from '../../lib/otp/account.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../ui/words.ts';
import { groupDigits } from './group-digits.ts';
import { initialOf } from './account-initial.ts';
import { CountdownRing, useStepStyle } from './countdown-ring.tsx';
import { findTimeLeftWords } from './time-left.ts';

/** The account of a row, and its codes once the background gave them. */
export interface Row {
  readonly account: AccountView;
  readonly code?: Code;
  readonly next?: Code;
  /** The code by counter that the user asked for last. */
  readonly counted?: CountedCode | undefined;
}

export interface RowActions {
  /** Of an account by counter: its next code, which is used up with that. */
  readonly onNext: (id: string) => void;
  readonly onCopy: (id: string) => void;
  readonly onFill: (id: string) => void;
  readonly onEdit: (id: string) => void;
}

interface CodeRowProps extends RowActions {
  readonly row: Row;
  /** The position in the whole list, from 0. */
  readonly index: number;
  readonly total: number;
  /** here: the account belongs to the page in the tab, or may be chosen for it; the row offers to fill its code. */
  readonly place: 'here' | 'elsewhere';
  readonly digits: 'shown' | 'on-focus';
  /** Whether the row has the focus, or the pointer over it. */
  readonly selected: 'selected' | 'unselected';
  /** Unix time, ms. */
  readonly now: () => number;
  readonly onSelect: (index: number) => void;
}

function secondsLeft(code: Code, nowMs: number): number {
  return Math.max(0, Math.ceil((code.endMs - nowMs) / 1000));
}

/** Of longer codes the next one finds no room beside it. */
const NEXT_DIGITS_MAX = 8;

interface CodeDigitsProps {
  readonly code: CountedCode;
  readonly next: CountedCode | undefined;
}

function CodeDigits({ code, next }: CodeDigitsProps) {
  const words = useWords();
  return (
    <span class="digits" key={code.counter}>
      <span class="unseen">{words('codes_spoken_code')}</span>
      <bdi dir="ltr" class="digits-now">
        {groupDigits(code.digits)}
      </bdi>
      {next && code.digits.length <= NEXT_DIGITS_MAX && (
        <bdi class="digits-next" dir="ltr" aria-hidden="true">
          {groupDigits(next.digits)}
        </bdi>
      )}
    </span>
  );
}

/** Shown in place of a hidden code, always of the same length. */
const HIDDEN = '•••\u202f•••';

export function CodeRow(props: CodeRowProps) {
  const { row, index, digits, selected, now } = props;
  const { account, code: timed, next, counted } = row;
  const code = account.type === 'hotp' ? counted : timed;
  const words = useWords();
  const style = useStepStyle(timed, now);
  const name = [account.issuer, account.label].filter(Boolean).join(', ');
  const shown = code !== undefined && (digits === 'shown' || selected === 'selected');
  const spokenLeft = (left: number): string => {
    const long = findTimeLeftWords(left);
    return long === undefined
      ? words('codes_spoken_left', String(left))
      : words('codes_spoken_left_long', long);
  };
  return (
    <li
      class={`row row-${props.place} row-${selected}`}
      aria-setsize={props.total}
      aria-posinset={index + 1}
      style={style}
      onPointerEnter={() => digits === 'on-focus' && props.onSelect(index)}
    >
      <button
        type="button"
        class="row-main"
        data-row={index}
        aria-keyshortcuts={props.place === 'here' ? 'Enter F E' : 'Enter E'}
        onFocus={() => props.onSelect(index)}
        onClick={() => props.onCopy(account.id)}
      >
        <span class="mark" aria-hidden="true">
          {initialOf(account)}
        </span>
        <span class="row-text">
          <span class="row-name" title={name}>
            <bdi class="row-issuer">{account.issuer || account.label}</bdi>
            {account.issuer && account.label && <bdi class="row-label">{account.label}</bdi>}
            {account.status === 'unconfirmed' && (
              <span class="tag tag-warning">{words('codes_unconfirmed')}</span>
            )}
          </span>
          {shown ? (
            <CodeDigits code={code} next={next} />
          ) : account.type === 'hotp' && !code ? (
            <span class="row-counter">{words('codes_counter', String(account.counter))}</span>
          ) : (
            <span class="digits digits-hidden" aria-hidden="true">
              {HIDDEN}
            </span>
          )}
          {/* Only the selected row says its seconds: a screen reader speaks them once, with the focus. */}
          <span class="unseen">
            {!shown
              ? code && words('codes_spoken_hidden')
              : timed && selected === 'selected' && spokenLeft(secondsLeft(timed, now()))}
          </span>
        </span>
      </button>
      {props.place === 'here' && (
        <button
          type="button"
          class="button button-small"
          aria-label={words('codes_fill_name', name)}
          onClick={() => props.onFill(account.id)}
        >
          {words('codes_fill')}
        </button>
      )}
      {account.type === 'hotp' && (
        <button
          type="button"
          class="button button-small"
          aria-label={words('codes_next_name', name)}
          onClick={() => props.onNext(account.id)}
        >
          {words('codes_next')}
        </button>
      )}
      {timed && <CountdownRing code={timed} now={now} />}
      <button
        type="button"
        class="icon-button row-edit"
        aria-label={words('codes_edit_name', name)}
        onClick={() => props.onEdit(account.id)}
      >
        <Icon name="edit" />
      </button>
    </li>
  );
}
