import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../ui/words.ts';
import { CodeRow, type Row } from './code-row.tsx';
import { asksForMenu, rowToFocus, runCommand } from './list-keys.ts';
import type { Section } from './list-sections.ts';
import { RowMenu, type MenuActions } from './row-menu.tsx';
import { useListView } from './use-list-view.ts';
import type { RowRange } from './visible-rows.ts';

interface CodeListProps {
  /** One entry for each account; it has codes only where they are known. */
  readonly rows: readonly Row[];
  /** How many accounts there are: more than `rows` while only the first are loaded. */
  readonly total: number;
  readonly sections: readonly Section[];
  /** Ids of the accounts whose rows have a button that fills. */
  readonly offered: ReadonlySet<string>;
  /** Whether the page in the tab is one on which codes are filled. */
  readonly fill: 'possible' | 'none';
  readonly digits: 'shown' | 'on-focus';
  /** Whether the single-key shortcuts F and E are on (WCAG 2.1.4 asks for a way to switch them off). */
  readonly keys: 'single' | 'off';
  /** The account whose code was copied a moment ago. */
  readonly copiedId: string | undefined;
  readonly actions: MenuActions;
  readonly now: () => number;
  /** Called with the rows that are rendered: the screen asks for the codes of these and no others. */
  readonly onVisibleRows: (range: RowRange) => void;
  /** Called with a printable key that was pressed on a row: it starts a search. */
  readonly onType: (text: string) => void;
  /** Called when the user goes up from the first row: to the search field. */
  readonly onLeaveTop: () => void;
  /** Whenever this number changes to another than 0, the first row takes the focus. */
  readonly focusTop: number;
  /** The account whose row takes the focus at first, as soon as it is loaded. */
  readonly focusId: string | undefined;
}

/** Moves the focus among the controls of a row, as ArrowRight and ArrowLeft ask; false where there is none. */
function moveInRow({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement) || (key !== 'ArrowRight' && key !== 'ArrowLeft'))
    return false;
  const controls = [...(target.closest('.row')?.querySelectorAll('button') ?? [])];
  const isForward = (key === 'ArrowRight') === (getComputedStyle(target).direction !== 'rtl');
  const next = controls[controls.findIndex((one) => one === target) + (isForward ? 1 : -1)];
  next?.focus();
  return next !== undefined;
}

/** The accounts with their codes. Only the rows in view, and a few around them, are rendered. */
export function CodeList(props: CodeListProps) {
  const { rows, total, sections, actions, onVisibleRows } = props;
  // All rows take the same moment: rings that tick together cost one frame, not one each.
  const renderedMs = props.now();
  const now = (): number => renderedMs;
  const words = useWords();
  const view = useListView(sections, total, rows.length);
  const { range, selected, focusRow } = view;
  const [menuAt, setMenuAt] = useState(-1);
  useEffect(() => onVisibleRows(range), [range, onVisibleRows]);
  useEffect(() => {
    if (props.focusTop > 0) focusRow(0);
  }, [props.focusTop]);
  const awaitedId = useRef(props.focusId);
  useEffect(() => {
    if (awaitedId.current === undefined) return;
    const at = rows.findIndex(({ account }) => account.id === awaitedId.current);
    if (at === -1) return;
    awaitedId.current = undefined;
    // Whoever has gone to a row meanwhile stays there.
    if (selected === -1) focusRow(at);
  }, [rows]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const account = rows[selected]?.account;
    if (!(event.target instanceof HTMLElement) || !account) return;
    const move = rowToFocus(event, selected, total, view.pageRows());
    if (asksForMenu(event)) setMenuAt(selected);
    else if (move === -1) props.onLeaveTop();
    else if (move !== undefined) focusRow(move);
    else if (!runCommand(event, props.keys, { ...props, id: account.id }) && !moveInRow(event))
      return;
    event.preventDefault();
  };

  const tabStop = selected >= range.first && selected < range.end ? selected : range.first;
  const menuAccount = rows[menuAt]?.account;
  const anchor = view.scroller.current?.querySelector<HTMLElement>(`[data-menu="${menuAt}"]`);
  const rowAt = ({ first, end }: Section, index: number) => {
    const row = rows[index];
    if (!row) return null;
    const { id } = row.account;
    return (
      <CodeRow
        key={id}
        row={row}
        index={index}
        position={index - first + 1}
        total={end - first}
        offer={props.offered.has(id) ? 'fill' : 'none'}
        digits={props.digits}
        selected={index === selected ? 'selected' : 'unselected'}
        tab={index === tabStop ? 'tab-stop' : 'skipped'}
        copied={id === props.copiedId ? 'just-now' : 'no'}
        now={now}
        onSelect={view.select}
        onMenu={setMenuAt}
        onNext={actions.onNext}
        onCopy={actions.onCopy}
        onFill={actions.onFill}
      />
    );
  };
  return (
    <div class="scroller" ref={view.scroller} onScroll={view.onScroll} onKeyDown={onKeyDown}>
      {sections.map((section) => {
        const first = Math.min(Math.max(range.first, section.first), section.end);
        const end = Math.max(first, Math.min(range.end, section.end));
        return (
          <section key={section.title ?? ''}>
            {section.title && <h2 class="list-head">{words(section.title)}</h2>}
            <ul
              class="rows"
              aria-label={words(section.title ?? 'codes_list')}
              style={{
                '--row-count': String(section.end - section.first),
                '--row-first': String(first - section.first),
              }}
            >
              {Array.from({ length: end - first }, (_, offset) => rowAt(section, first + offset))}
            </ul>
          </section>
        );
      })}
      {menuAccount && anchor && (
        <RowMenu
          key={menuAt}
          account={menuAccount}
          fill={props.fill}
          anchor={anchor.closest<HTMLElement>('.row') ?? anchor}
          actions={actions}
          onClose={() => setMenuAt(-1)}
        />
      )}
    </div>
  );
}
