import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../ui/words.ts';
import { CodeList } from './code-list.tsx';
import type { Row, RowActions } from './code-row.tsx';
import type { RowRange } from './visible-rows.ts';
import { SearchField } from './search-field.tsx';

interface CodesViewProps extends RowActions {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly here: ReadonlySet<string>;
  /** A note about the page in the tab. */
  readonly pageNote: ComponentChildren;
  readonly digits: 'shown' | 'on-focus';
  readonly keys: 'single' | 'off';
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onVisibleRows: (range: RowRange) => void;
  readonly onAdd: () => void;
  readonly onLock: () => void;
  readonly onBin: () => void;
  readonly settingsHref: string;
  readonly now: () => number;
  /** The status line and notes below the list. */
  readonly children: ComponentChildren;
}

/** The popup's main view: the search field, the accounts, and the ways to other views. */
export function CodesView(props: CodesViewProps) {
  const { query, onQuery } = props;
  const words = useWords();
  const search = useRef<HTMLInputElement>(null);
  const [focusTop, setFocusTop] = useState(props.digits === 'shown' ? 1 : 0);
  useLayoutEffect(() => {
    if (props.digits === 'on-focus') search.current?.focus();
  }, []);

  const startSearch = (text: string): void => {
    onQuery(query + text);
    search.current?.focus();
  };
  const onSearchKey = (event: KeyboardEvent): void => {
    const first = props.rows[0]?.account.id;
    if (event.key === 'ArrowDown') setFocusTop((count) => count + 1);
    else if (event.key === 'Enter' && first !== undefined) props.onCopy(first);
    else if (event.key === 'Escape' && query !== '') onQuery('');
    else return;
    event.preventDefault();
  };

  return (
    <main class="codes">
      <h1 class="unseen">{words('codes_title')}</h1>
      <header class="bar">
        <SearchField
          field={search}
          query={query}
          onQuery={onQuery}
          shortcut="/"
          onKeyDown={onSearchKey}
        />
        <button
          type="button"
          class="icon-button"
          aria-label={words('codes_add')}
          title={words('codes_add')}
          onClick={props.onAdd}
        >
          <Icon name="add" />
        </button>
      </header>
      {props.pageNote}
      {props.rows.length === 0 ? (
        <p class="quiet scroller">{words('codes_none_found')}</p>
      ) : (
        <CodeList
          key={query}
          rows={props.rows}
          total={props.total}
          here={props.here}
          digits={props.digits}
          keys={props.keys}
          now={props.now}
          focusTop={query === '' || focusTop > 1 ? focusTop : 0}
          onVisibleRows={props.onVisibleRows}
          onType={startSearch}
          onLeaveTop={() => search.current?.focus()}
          onNext={props.onNext}
          onCopy={props.onCopy}
          onFill={props.onFill}
          onEdit={props.onEdit}
        />
      )}
      {props.children}
      <footer class="bar">
        <button type="button" class="button button-quiet" onClick={props.onLock}>
          <Icon name="lock" />
          {words('codes_lock')}
        </button>
        <button type="button" class="button button-quiet" onClick={props.onBin}>
          <Icon name="bin" />
          {words('codes_bin')}
        </button>
        <a class="button button-quiet" href={props.settingsHref} target="_blank" rel="noopener">
          <Icon name="settings" />
          {words('codes_settings')}
        </a>
      </footer>
    </main>
  );
}
