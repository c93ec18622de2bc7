import type { AccountView, Code, CountedCode } from '../../lib/otp/account.ts';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../ui/icon.tsx';
import { useLanguage, useWords } from '../ui/words.ts';
import { AccountMark } from './account-mark.tsx';
import { AccountNames } from './account-names.tsx';
import { CountdownRing, useStepStyle } from './countdown-ring.tsx';
import { RowCode } from './row-code.tsx';
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

interface CodeRowProps extends Pick<RowActions, 'onNext' | 'onCopy' | 'onFill'> {
  readonly row: Row;
  /** The position in the whole list, from 0. */
  readonly index: number;
  /** The position in its section, from 1, and how many the section has. */
  readonly position: number;
  readonly total: number;
  /** fill: the row has a button that fills its code into the page. */
  readonly offer: 'fill' | 'none';
  readonly digits: 'shown' | 'on-focus';
  /** Whether the row has the focus, or the pointer over it. */
  readonly selected: 'selected' | 'unselected';
  /** tab-stop: the Tab key leads to this row; to one of the list. */
  readonly tab: 'tab-stop' | 'skipped';
  /** just-now: its code was copied a moment ago. */
  readonly copied: 'just-now' | 'no';
  /** Unix time, ms. */
  readonly now: () => number;
  readonly onSelect: (index: number) => void;
  readonly onMenu: (index: number) => void;
}

function secondsLeft(code: Code, nowMs: number): number {
  return Math.max(0, Math.ceil((code.endMs - nowMs) / 1000));
}

/** What stands at the end of a row: the buttons that some rows have, the ring, and the menu. */
function RowEnd(
  props: Pick<
    CodeRowProps,
    'row' | 'offer' | 'tab' | 'index' | 'now' | 'onMenu' | 'onNext' | 'onFill'
  >,
) {
  const { row, offer, index, now } = props;
  const { account, code } = row;
  const words = useWords();
  const name = fullName(account);
  const tabIndex = props.tab === 'tab-stop' ? 0 : -1;
  return (
    <>
      {offer === 'fill' && (
        <button
          type="button"
          class="button button-small"
          tabIndex={tabIndex}
          aria-label={words('codes_fill_name', name)}
          onClick={() => props.onFill(account.id)}
        >
          {words('codes_fill')}
        </button>
      )}
      {account.type === 'hotp' && (
        <button
          type="button"
          class="icon-button icon-button-small"
          tabIndex={tabIndex}
          aria-label={words('codes_next_name', name)}
          title={words('codes_next')}
          onClick={() => props.onNext(account.id)}
        >
          <Icon name="next" />
        </button>
      )}
      <span class="row-end">
        {code && <CountdownRing code={code} now={now} />}
        <button
          type="button"
          class="icon-button icon-button-small row-more-button"
          tabIndex={tabIndex}
          aria-haspopup="menu"
          aria-label={words('codes_more_name', name)}
          title={words('codes_more')}
          data-menu={index}
          onClick={() => props.onMenu(index)}
        >
          <Icon name="more" />
        </button>
      </span>
    </>
  );
}

/** The name of an account as it is spoken, with its issuer first. */
export function fullName({ issuer, label }: AccountView): string {
  return [issuer, label].filter(Boolean).join(', ');
}

/** All that a row says of an account: what has no room in it stands in its tooltip. */
function useTooltip(account: AccountView): string {
  const words = useWords();
  const state = [
    account.status === 'unconfirmed' && words('codes_unconfirmed'),
    account.pinned === 'pinned' && words('codes_section_pinned'),
  ];
  return [fullName(account), ...state, ...account.tags].filter(Boolean).join(' · ');
}

/** ms after which the seconds left, as they were said, are no longer true enough. */
const SAID_MS = 3000;

/**
 * The seconds left as a row in focus describes itself: a screen reader says them once, with the
 * focus. Then they are gone: with every second another text would be said again, and the same one
 * would be wrong. A description that goes away is said by no reader, unlike a name that changes.
 */
function SecondsLeft({ id, code, now }: { id: string; code: Code; now: () => number }) {
  const { words, plural, formats } = useLanguage();
  const [age, setAge] = useState<'new' | 'said'>('new');
  useEffect(() => {
    const timer = setTimeout(() => setAge('said'), SAID_MS);
    return () => clearTimeout(timer);
  }, []);
  const left = secondsLeft(code, now());
  const long = findTimeLeftWords(left, formats);
  const text =
    long === undefined ? plural('codes_spoken_left', left) : words('codes_spoken_left_long', long);
  return (
    <span id={id} hidden>
      {age === 'new' && text}
    </span>
  );
}

/** One account of the list: who it is on the left, its code on the right; a press anywhere copies. */
export function CodeRow(props: CodeRowProps) {
  const { row, index, digits, selected, now, copied } = props;
  const { account, code: timed, next, counted } = row;
  const code = account.type === 'hotp' ? counted : timed;
  const words = useWords();
  const style = useStepStyle(timed, now);
  const tooltip = useTooltip(account);
  const shown = code !== undefined && (digits === 'shown' || selected === 'selected');
  const timedInFocus = shown && selected === 'selected' ? timed : undefined;
  const leftId = `left-${account.id}`;
  return (
    <li
      class={`row row-${selected}`}
      aria-setsize={props.total}
      aria-posinset={props.position}
      style={style}
      onPointerEnter={() => digits === 'on-focus' && props.onSelect(index)}
      onContextMenu={(event) => {
        event.preventDefault();
        props.onMenu(index);
      }}
    >
      <button
        type="button"
        class="row-main"
        data-row={index}
        tabIndex={props.tab === 'tab-stop' ? 0 : -1}
        aria-describedby={timedInFocus && leftId}
        aria-keyshortcuts="Enter Shift+F10"
        onFocus={() => props.onSelect(index)}
        onClick={() => props.onCopy(account.id)}
      >
        <AccountMark account={account} />
        {/* Here and not at the button: as its description it would be said after its name, which says the same. */}
        <span class="row-text" title={tooltip}>
          <AccountNames account={account} copied={copied} />
        </span>
        <RowCode account={account} code={code} next={next} digits={shown ? 'shown' : 'hidden'} />
        {!shown && code && <span class="unseen">{words('codes_spoken_hidden')}</span>}
      </button>
      {timedInFocus && <SecondsLeft id={leftId} code={timedInFocus} now={now} />}
      <RowEnd {...props} />
    </li>
  );
}
