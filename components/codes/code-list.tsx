import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../ui/words.ts';
import { CodeRow, type Row, type RowActions } from './code-row.tsx';
import { scrollTo, windowOf, type ListWindow } from './list-window.ts';

interface CodeListProps extends RowActions {
  /** One entry per account; codes only where they are known. */
  readonly rows: readonly Row[];
  /** Accounts in all; more than `rows` while only the first are loaded. */
  readonly total: number;
  readonly here: ReadonlySet<string>;
  readonly digits: 'shown' | 'on-focus';
  /** Single-key shortcuts F and E (WCAG 2.1.4: can be switched off). */
  readonly keys: 'single' | 'off';
  readonly now: () => number;
  /** Rows now rendered: the screen asks for the codes of these and no others. */
  readonly onWindow: (window: ListWindow) => void;
  /** A printable key on a row: the start of a search. */
  readonly onType: (text: string) => void;
  /** Up from the first row: back to the search field. */
  readonly onLeaveTop: () => void;
  /** The first row takes the focus whenever this number changes; 0: it does not. */
  readonly focusTop: number;
}

/** Rows are this high in root em (see .row in code-list.css). */
const ROW_EM = 4.25;
/** As much as the popup shows at most: the rows kept ready round them come after the first picture. */
const FIRST_HEIGHT_PX = 460;

function rowPx(): number {
  return ROW_EM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** The accounts with their codes. Only the rows in view (and a few round them) exist. */
export function CodeList(props: CodeListProps) {
  const { rows, total, onWindow } = props;
  // One moment for all rows: rings that tick together cost one frame, not one each.
  const renderedMs = props.now();
  const now = (): number => renderedMs;
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const pendingFocus = useRef<number | undefined>(undefined);
  const [view, setView] = useState<ListWindow>(() =>
    windowOf(0, FIRST_HEIGHT_PX, ROW_EM * 16, rows.length, 0),
  );
  // None (-1) until a row has the focus: a hidden code stays hidden when the popup opens.
  const [selected, setSelected] = useState(-1);
  const [height] = useState(rowPx);

  const look = (): void => {
    const box = scroller.current;
    if (!box) return;
    const seen = windowOf(box.scrollTop, box.clientHeight, height, total);
    setView((old) => (old.first === seen.first && old.end === seen.end ? old : seen));
  };
  useEffect(look, [total]);
  useEffect(() => onWindow(view), [view, onWindow]);
  const focusRow = (index: number): void => {
    const box = scroller.current;
    if (!box || index < 0 || index >= total) return;
    box.scrollTop = scrollTo(index, box.scrollTop, box.clientHeight, height);
    pendingFocus.current = index;
    look();
    setSelected(index);
  };
  useEffect(() => {
    if (props.focusTop > 0) focusRow(0);
  }, [props.focusTop]);
  useEffect(() => {
    const index = pendingFocus.current;
    if (index === undefined) return;
    const button = scroller.current?.querySelector<HTMLElement>(`[data-row="${index}"]`);
    if (!button) return;
    pendingFocus.current = undefined;
    button.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const account = rows[selected]?.account;
    const target = event.target;
    if (!(target instanceof HTMLElement) || !account) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: selected + 1,
      ArrowUp: selected - 1,
      PageDown: Math.min(total - 1, selected + page),
      PageUp: Math.max(0, selected - page),
      Home: 0,
      End: total - 1,
    };
    const move = moves[event.key];
    if (move !== undefined && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      if (move < 0) props.onLeaveTop();
      else focusRow(move);
      return;
    }
    const onRow = target.dataset['row'] !== undefined;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c') {
      if (document.getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      props.onCopy(account.id);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !onRow) return;
    const letter = props.keys === 'single' ? event.key.toLowerCase() : '';
    if (letter === 'f') props.onFill(account.id);
    else if (letter === 'e') props.onEdit(account.id);
    else if (event.key.length === 1 && event.key !== ' ') {
      props.onType(event.key === '/' ? '' : event.key);
    } else return;
    event.preventDefault();
  };

  return (
    <div class="scroller" ref={scroller} onScroll={look} onKeyDown={onKeyDown}>
      <ul
        class="rows"
        aria-label={words('codes_list')}
        style={{ '--row-count': String(total), '--row-first': String(view.first) }}
      >
        {rows.slice(view.first, view.end).map((row, offset) => {
          const index = view.first + offset;
          return (
            <CodeRow
              key={row.account.id}
              row={row}
              index={index}
              total={total}
              place={props.here.has(row.account.id) ? 'here' : 'elsewhere'}
              digits={props.digits}
              selected={index === selected ? 'selected' : 'unselected'}
              now={now}
              onSelect={setSelected}
              onCopy={props.onCopy}
              onFill={props.onFill}
              onEdit={props.onEdit}
            />
          );
        })}
      </ul>
    </div>
  );
}
