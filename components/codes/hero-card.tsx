import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../ui/icon.tsx';
import { isolated } from '../ui/isolated.ts';
import { useWords } from '../ui/words.ts';
import { AccountMark } from './account-mark.tsx';
import { AccountNames } from './account-names.tsx';
import { fullName, type Row } from './code-row.tsx';
import { CountdownRing, useStepStyle } from './countdown-ring.tsx';
import { asksForMenu, runCommand } from './list-keys.ts';
import { RowCode } from './row-code.tsx';
import { RowMenu, type MenuActions } from './row-menu.tsx';

export interface HeroCardProps {
  readonly host: string;
  /** The likeliest account of the site. */
  readonly row: Row;
  readonly digits: 'shown' | 'on-focus';
  /** wanted: the button that fills takes the focus. */
  readonly focus: 'wanted' | 'elsewhere';
  readonly keys: 'single' | 'off';
  readonly copied: 'just-now' | 'no';
  readonly actions: MenuActions;
  /** Called with a printable key: it starts a search. */
  readonly onType: (text: string) => void;
  /** Called when the user goes down, to the list. */
  readonly onLeaveDown: () => void;
  readonly now: () => number;
}

interface HeroAccountProps extends Pick<HeroCardProps, 'row' | 'copied' | 'now'> {
  readonly revealed: boolean;
}

/** Who the account is, and its code. */
function HeroAccount({ row, copied, revealed, now }: HeroAccountProps) {
  const { account, code: timed, next, counted } = row;
  const code = account.type === 'hotp' ? counted : timed;
  return (
    <div class="hero-account">
      <AccountMark account={account} />
      <span class="row-text">
        <AccountNames account={account} copied={copied} />
      </span>
      <RowCode account={account} code={code} next={next} digits={revealed ? 'shown' : 'hidden'} />
      {timed && <CountdownRing code={timed} now={now} />}
    </div>
  );
}

/** The page's question and its answer: the account that it asks for, with one button that fills its code. */
export function HeroCard(props: HeroCardProps) {
  const { row, digits, actions, now } = props;
  const { account } = row;
  const words = useWords();
  const card = useRef<HTMLElement>(null);
  const fill = useRef<HTMLButtonElement>(null);
  const [revealed, setRevealed] = useState(digits === 'shown');
  const [menu, setMenu] = useState<'open' | 'none'>('none');
  const style = useStepStyle(row.code, now);
  // An effect after the first paint would be too late for somebody who presses Enter at once.
  useLayoutEffect(() => {
    if (props.focus === 'wanted') fill.current?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (asksForMenu(event)) setMenu('open');
    else if (event.key === 'ArrowDown') props.onLeaveDown();
    else if (!runCommand(event, props.keys, { ...props, id: account.id })) return;
    event.preventDefault();
  };
  return (
    <section
      ref={card}
      class="hero"
      style={style}
      onKeyDown={onKeyDown}
      onPointerEnter={() => setRevealed(true)}
      onFocusCapture={() => setRevealed(true)}
    >
      <h2 class="hero-asks">
        <Icon name="lock" />
        <span>{words('codes_hero_asks', isolated(props.host))}</span>
      </h2>
      <HeroAccount row={row} copied={props.copied} revealed={revealed} now={now} />
      <div class="hero-actions">
        <button
          ref={fill}
          type="button"
          class="button button-primary"
          data-row="hero"
          onClick={() => actions.onFill(account.id)}
        >
          {words('codes_hero_fill')}
        </button>
        <button
          type="button"
          class="button"
          data-row="hero"
          onClick={() => actions.onCopy(account.id)}
        >
          {words('codes_hero_copy')}
        </button>
        <button
          type="button"
          class="icon-button"
          aria-haspopup="menu"
          aria-label={words('codes_more_name', fullName(account))}
          title={words('codes_more')}
          onClick={() => setMenu('open')}
        >
          <Icon name="more" />
        </button>
      </div>
      {menu === 'open' && card.current && (
        <RowMenu
          account={account}
          fill="possible"
          anchor={card.current}
          actions={actions}
          onClose={() => setMenu('none')}
        />
      )}
    </section>
  );
}
