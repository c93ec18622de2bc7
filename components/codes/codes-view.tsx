import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../ui/words.ts';
import { CodeList } from './code-list.tsx';
import type { Row } from './code-row.tsx';
import { CodesFooter, type FooterProps } from './codes-footer.tsx';
import { KeysSheet } from './keys-sheet.tsx';
import { sectionsOf, type Grouping } from './list-sections.ts';
import type { MenuActions } from './row-menu.tsx';
import type { RowRange } from './visible-rows.ts';
import { SearchField } from './search-field.tsx';

interface CodesViewProps extends FooterProps {
  readonly rows: readonly Row[];
  readonly total: number;
  /** Undefined while the list is filtered, which makes it one section. */
  readonly grouping: Grouping | undefined;
  /** Ids of the accounts whose rows have a button that fills. */
  readonly offered: ReadonlySet<string>;
  readonly fill: 'possible' | 'none';
  /** What stands between the search field and the list. */
  readonly above: ComponentChildren;
  readonly digits: 'shown' | 'on-focus';
  readonly keys: 'single' | 'off';
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly copiedId: string | undefined;
  readonly actions: Omit<MenuActions, 'onKeys'>;
  readonly onVisibleRows: (range: RowRange) => void;
  readonly onAdd: () => void;
  readonly now: () => number;
  /** The status line and notes below the list. */
  readonly children: ComponentChildren;
}

/** Up to this many accounts the popup is lower than it may be. */
const SHORT_LIST = 5;

function NoneFound({
  onClear,
  onAdd,
}: {
  readonly onClear: () => void;
  readonly onAdd: () => void;
}) {
  const words = useWords();
  return (
    <div class="none-found">
      <p class="quiet">{words('codes_none_found')}</p>
      <div class="actions">
        <button type="button" class="button" onClick={onClear}>
          {words('codes_clear_search')}
        </button>
        <button type="button" class="button" onClick={onAdd}>
          {words('codes_add')}
        </button>
      </div>
    </div>
  );
}

/** The popup's main view: the search field, the accounts, and the ways to other views. */
export function CodesView(props: CodesViewProps) {
  const { query, onQuery, rows, total, grouping, actions } = props;
  const words = useWords();
  const main = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [focusTop, setFocusTop] = useState(props.digits === 'shown' ? 1 : 0);
  const [sheet, setSheet] = useState<'shown' | 'none'>('none');
  useLayoutEffect(() => {
    if (props.digits === 'on-focus') search.current?.focus();
  }, []);
  const sections = useMemo(() => sectionsOf(rows, total, grouping), [rows, total, grouping]);

  const changeQuery = (text: string): void => {
    // The popup is as high as its content: it must not jump while somebody types.
    if (query === '' && main.current) {
      main.current.style.setProperty('min-block-size', `${main.current.offsetHeight}px`);
    }
    onQuery(text);
  };
  const startSearch = (text: string): void => {
    changeQuery(query + text);
    search.current?.focus();
  };
  const onSearchKey = (event: KeyboardEvent): void => {
    const first = rows[0]?.account.id;
    if (event.key === 'ArrowDown') setFocusTop((count) => count + 1);
    else if (event.key === 'Enter' && first !== undefined) actions.onCopy(first);
    else if (event.key === 'Escape' && query !== '') onQuery('');
    else return;
    event.preventDefault();
  };

  return (
    <main ref={main} class={total > SHORT_LIST ? 'codes codes-many' : 'codes'}>
      <h1 class="unseen">{words('codes_title')}</h1>
      <header class="bar">
        <SearchField
          field={search}
          query={query}
          onQuery={changeQuery}
          shortcut="/"
          onKeyDown={onSearchKey}
        />
        <button
          type="button"
          class="icon-button icon-button-add"
          aria-label={words('codes_add')}
          title={words('codes_add')}
          onClick={props.onAdd}
        >
          <Icon name="add" />
        </button>
      </header>
      {props.above}
      {rows.length === 0 && query !== '' ? (
        <NoneFound
          onClear={() => {
            onQuery('');
            search.current?.focus();
          }}
          onAdd={props.onAdd}
        />
      ) : (
        <CodeList
          key={query}
          rows={rows}
          total={total}
          sections={sections}
          offered={props.offered}
          fill={props.fill}
          digits={props.digits}
          keys={props.keys}
          copiedId={props.copiedId}
          actions={{ ...actions, onKeys: () => setSheet('shown') }}
          now={props.now}
          focusTop={query === '' || focusTop > 1 ? focusTop : 0}
          onVisibleRows={props.onVisibleRows}
          onType={startSearch}
          onLeaveTop={() => search.current?.focus()}
        />
      )}
      {props.children}
      <CodesFooter {...props} />
      {sheet === 'shown' && <KeysSheet keys={props.keys} onClose={() => setSheet('none')} />}
    </main>
  );
}
