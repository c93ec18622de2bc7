import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AccountView } from '../../lib/otp/account.ts';
import type { MessageKey } from '../../lib/language/messages.ts';
import { useWords } from '../ui/words.ts';
import { fullName, type RowActions } from './code-row.tsx';

export interface MenuActions extends RowActions {
  readonly onPin: (id: string) => void;
  readonly onQr: (id: string) => void;
  readonly onBin: (id: string) => void;
  readonly onFloat: (id: string) => void;
  /** Undefined where the page in the tab is a site already, or cannot become one. */
  readonly onGrant: (() => void) | undefined;
  readonly onKeys: () => void;
}

interface RowMenuProps {
  readonly account: AccountView;
  /** Whether the page in the tab is one on which codes are filled. */
  readonly fill: 'possible' | 'none';
  /** The row that the menu belongs to. */
  readonly anchor: HTMLElement;
  readonly actions: MenuActions;
  readonly onClose: () => void;
}

interface Item {
  readonly words: MessageKey;
  /** The key that chooses the item while the menu is open, as KeyboardEvent.key and as shown. */
  readonly key?: readonly [string, string];
  readonly run: () => void;
}

function itemsOf({ account, fill, actions }: RowMenuProps): readonly Item[] {
  const { id, type, pinned } = account;
  const items: readonly (Item | false)[] = [
    { words: 'codes_copy', key: ['c', 'C'], run: () => actions.onCopy(id) },
    type === 'hotp' && { words: 'codes_next', key: ['n', 'N'], run: () => actions.onNext(id) },
    fill === 'possible' && { words: 'codes_fill', key: ['f', 'F'], run: () => actions.onFill(id) },
    actions.onGrant !== undefined && { words: 'codes_grant', run: actions.onGrant },
    {
      words: pinned === 'pinned' ? 'codes_unpin' : 'codes_pin',
      key: ['p', 'P'],
      run: () => actions.onPin(id),
    },
    { words: 'codes_float', key: ['w', 'W'], run: () => actions.onFloat(id) },
    { words: 'codes_edit', key: ['e', 'E'], run: () => actions.onEdit(id) },
    { words: 'accounts_qr', key: ['q', 'Q'], run: () => actions.onQr(id) },
    { words: 'accounts_bin', key: ['delete', 'Del'], run: () => actions.onBin(id) },
    { words: 'codes_keys', key: ['?', '?'], run: actions.onKeys },
  ];
  return items.filter((item) => item !== false);
}

/** px between the menu and the edges of the window. */
const EDGE = 4;

/** Puts the menu at the end of its row, below it where there is room, else as low as it can be. */
function place(menu: HTMLElement, anchor: HTMLElement): void {
  const row = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const isRtl = getComputedStyle(menu).direction === 'rtl';
  const top = Math.min(row.top + row.height / 2 + 14, window.innerHeight - height - EDGE);
  const left = isRtl ? row.left + EDGE : row.right - width - EDGE;
  menu.style.setProperty('top', `${Math.max(EDGE, top)}px`);
  menu.style.setProperty('left', `${Math.max(EDGE, left)}px`);
}

/** Everything that can be done with an account. It closes on Escape and on a press elsewhere, as a native popover does. */
export function RowMenu(props: RowMenuProps) {
  const { account, anchor, onClose } = props;
  const words = useWords();
  const menu = useRef<HTMLDivElement>(null);
  const items = itemsOf(props);
  useLayoutEffect(() => {
    if (!menu.current) return;
    menu.current.showPopover();
    place(menu.current, anchor);
    menu.current.querySelector('button')?.focus();
  }, []);
  const buttons = (): readonly HTMLElement[] => [
    ...(menu.current?.querySelectorAll('button') ?? []),
  ];
  const choose = (item: Item): void => {
    // The focus goes back to the row before anything else takes it.
    menu.current?.hidePopover();
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // The list below has keys of its own.
    event.stopPropagation();
    const all = buttons();
    const at = all.findIndex((button) => button === document.activeElement);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    };
    const to = moves[event.key];
    const item = items.find(({ key }) => key?.[0] === event.key.toLowerCase());
    if (event.key === 'Tab') menu.current?.hidePopover();
    else if (to !== undefined) all[to]?.focus();
    else if (item && !event.ctrlKey && !event.altKey && !event.metaKey) choose(item);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={menu}
      class="menu"
      role="menu"
      popover="auto"
      aria-label={words('codes_more_name', fullName(account))}
      onKeyDown={onKeyDown}
      onToggle={(event) => event.newState === 'closed' && onClose()}
    >
      {items.map((item) => (
        <button
          type="button"
          role="menuitem"
          key={item.words}
          tabIndex={-1}
          aria-keyshortcuts={item.key?.[1]}
          onClick={() => choose(item)}
        >
          <span>{words(item.words)}</span>
          {item.key && <kbd aria-hidden="true">{item.key[1]}</kbd>}
        </button>
      ))}
    </div>
  );
}
