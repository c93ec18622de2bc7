import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../ui/words.ts';
import { CodeRow, type Row, type RowActions } from './code-row.tsx';
import { commandOf, rowToFocus } from './list-keys.ts';
import { scrollToShow, visibleRows, type RowRange } from './visible-rows.ts';

interface CodeListProps extends RowActions {
  /** One entry for each account; it has codes only where they are known. */
  readonly rows: readonly Row[];
  /** How many accounts there are: more than `rows` while only the first are loaded. */
  readonly total: number;
  readonly here: ReadonlySet<string>;
  readonly digits: 'shown' | 'on-focus';
  /** Whether the single-key shortcuts F and E are on (WCAG 2.1.4 asks for a way to switch them off). */
  readonly keys: 'single' | 'off';
  readonly now: () => number;
  /** Called with the rows that are rendered: the screen asks for the codes of these and no others. */
  readonly onVisibleRows: (range: RowRange) => void;
  /** Called with a printable key that was pressed on a row: it starts a search. */
  readonly onType: (text: string) => void;
  /** Called when the user goes up from the first row: to the search field. */
  readonly onLeaveTop: () => void;
  /** Whenever this number changes to another than 0, the first row takes the focus. */
  readonly focusTop: number;
}

/** The height of a row in root em, the same as .row has in code-list.css. */
const ROW_EM = 4.25;
/** The most that a popup shows. Rows beyond it are rendered after the first paint. */
const FIRST_HEIGHT_PX = 460;

function rowPx(): number {
  return ROW_EM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** The accounts with their codes. Only the rows in view, and a few around them, are rendered. */
export function CodeList(props: CodeListProps) {
  const { rows, total, onVisibleRows } = props;
  // All rows take the same moment: rings that tick together cost one frame, not one each.
  const renderedMs = props.now();
  const now = (): number => renderedMs;
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const pendingFocus = useRef<number | undefined>(undefined);
  const [view, setView] = useState<RowRange>(() =>
    visibleRows({ scrollPx: 0, heightPx: FIRST_HEIGHT_PX, rowPx: ROW_EM * 16 }, rows.length, 0),
  );
  // No row is selected (-1) until one has the focus: hidden codes stay hidden when the popup opens.
  const [selected, setSelected] = useState(-1);
  const [height] = useState(rowPx);

  const viewportOf = (box: HTMLElement) => ({
    scrollPx: box.scrollTop,
    heightPx: box.clientHeight,
    rowPx: height,
  });
  const updateView = (): void => {
    const box = scroller.current;
    if (!box) return;
    const range = visibleRows(viewportOf(box), total);
    setView((old) => (old.first === range.first && old.end === range.end ? old : range));
  };
  useEffect(updateView, [total]);
  useEffect(() => onVisibleRows(view), [view, onVisibleRows]);
  const focusRow = (index: number): void => {
    const box = scroller.current;
    if (!box || index < 0 || index >= total) return;
    box.scrollTop = scrollToShow(index, viewportOf(box));
    pendingFocus.current = index;
    updateView();
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
    if (!(event.target instanceof HTMLElement) || !account) return;
    const pageRows = Math.floor((scroller.current?.clientHeight ?? height) / height) - 1;
    const move = rowToFocus(event, selected, total, Math.max(1, pageRows));
    const command = move === undefined ? commandOf(event, props.keys) : undefined;
    if (move === undefined && command === undefined) return;
    event.preventDefault();
    if (move === -1) props.onLeaveTop();
    else if (move !== undefined) focusRow(move);
    else if (command === 'copy') props.onCopy(account.id);
    else if (command === 'fill') props.onFill(account.id);
    else if (command === 'edit') props.onEdit(account.id);
    // '/' leads to the search field, in which it stands for nothing.
    else props.onType(event.key === '/' ? '' : event.key);
  };

  return (
    <div class="scroller" ref={scroller} onScroll={updateView} onKeyDown={onKeyDown}>
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
              onNext={props.onNext}
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
