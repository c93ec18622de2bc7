import type { ComponentChildren, ComponentProps } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../ui/words.ts';
import { CodeList } from './code-list.tsx';
import type { Row } from './code-row.tsx';
import { SearchContext } from './found-text.tsx';
import { HeroCard, type HeroCardProps } from './hero-card.tsx';
import { TagChips } from './tag-chips.tsx';
import type { TagCount } from '../../lib/protocol/views.ts';
import { CodesFooter, type FooterProps } from './codes-footer.tsx';
import { KeysSheet } from './keys-sheet.tsx';
import { sectionsOf, type Grouping } from './list-sections.ts';
import type { MenuActions } from './row-menu.tsx';
import type { RowRange } from './visible-rows.ts';
import { SearchField } from './search-field.tsx';

interface CodesViewProps
  extends FooterProps, Pick<ComponentProps<typeof KeysSheet>, 'readShortcuts' | 'onChangeKeys'> {
  readonly rows: readonly Row[];
  readonly total: number;
  /** Undefined while the list is filtered, which makes it one section. */
  readonly grouping: Grouping | undefined;
  /** Ids of the accounts whose rows have a button that fills. */
  readonly offered: ReadonlySet<string>;
  readonly fill: 'possible' | 'none';
  /** What stands between the search field and the list. */
  readonly above: ComponentChildren;
  /** The account that the page asks for. */
  readonly card: Pick<HeroCardProps, 'host' | 'row'> | undefined;
  readonly tags: readonly TagCount[];
  /** How many accounts there are, whatever is shown of them. */
  readonly accounts: number;
  readonly tag: string | undefined;
  readonly onTag: (tag: string | undefined) => void;
  readonly digits: 'shown' | 'on-focus';
  readonly keys: 'single' | 'off';
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly copiedId: string | undefined;
  /** The account that was saved just now: its row takes the focus in place of the first one. */
  readonly savedId: string | undefined;
  readonly actions: Omit<MenuActions, 'onKeys'>;
  readonly onVisibleRows: (range: RowRange) => void;
  /** Looks for QR codes in the page; undefined where the popup stands over no page. */
  readonly onScan: (() => void) | undefined;
  readonly onAdd: () => void;
  readonly now: () => number;
  /** The status line and notes below the list. */
  readonly children: ComponentChildren;
}

/** Up to so many accounts the popup is lower than it may be, and up to fewer all fit even at a zoom of 200 %. */
const SHORT_LIST = { lowPopup: 5, fits: 3 };

function listClass(total: number): string {
  if (total > SHORT_LIST.lowPopup) return 'codes codes-many';
  return total > SHORT_LIST.fits ? 'codes codes-some' : 'codes';
}

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

interface CodesHeaderProps
  extends ComponentProps<typeof SearchField>, Pick<CodesViewProps, 'onScan' | 'onAdd'> {}

/** The search field, and the buttons that add an account: what the page shows, or in any other way. */
function CodesHeader({ onScan, onAdd, ...search }: CodesHeaderProps) {
  const words = useWords();
  return (
    <header class="bar">
      <SearchField {...search} shortcut="/" />
      {onScan && (
        <button
          type="button"
          class="icon-button icon-button-scan"
          aria-label={words('codes_scan')}
          title={words('codes_scan')}
          onClick={onScan}
        >
          <Icon name="scan" />
        </button>
      )}
      <button
        type="button"
        class="icon-button icon-button-add"
        aria-label={words('codes_add')}
        title={words('codes_add')}
        onClick={onAdd}
      >
        <Icon name="add" />
      </button>
    </header>
  );
}

/** The popup's main view: the search field, the accounts, and the ways to other views. */
export function CodesView(props: CodesViewProps) {
  const { query, onQuery, rows, total, grouping, card } = props;
  const words = useWords();
  const main = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const takesFocus = props.digits === 'shown' && !card;
  const [focusTop, setFocusTop] = useState(takesFocus && props.savedId === undefined ? 1 : 0);
  const [sheet, setSheet] = useState<'shown' | 'none'>('none');
  const opening = useRef(true);
  useLayoutEffect(() => {
    if (props.digits === 'on-focus') search.current?.focus();
    opening.current = false;
  }, []);
  const sections = useMemo(() => sectionsOf(rows, total, grouping), [rows, total, grouping]);

  const actions = { ...props.actions, onKeys: () => setSheet('shown') };
  /** The popup is as high as its content: it must not jump while somebody types or filters. */
  const keepHeight = (): void =>
    main.current?.style.setProperty('min-block-size', `${main.current.offsetHeight}px`);
  const changeQuery = (text: string): void => {
    if (query === '' && text !== '') keepHeight();
    // Another list: whoever types or chooses keeps the focus.
    setFocusTop(0);
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
    else if (event.key === 'Escape' && query !== '') changeQuery('');
    else return;
    event.preventDefault();
  };

  return (
    <main ref={main} class={listClass(total)}>
      <h1 class="unseen">{words('codes_title')}</h1>
      <CodesHeader {...props} field={search} onQuery={changeQuery} onKeyDown={onSearchKey} />
      {props.above}
      {props.tags.length > 0 && (
        <TagChips
          tags={props.tags}
          total={props.accounts}
          chosen={props.tag}
          onChoose={(tag) => {
            keepHeight();
            setFocusTop(0);
            props.onTag(tag);
          }}
        />
      )}
      {card && (
        <HeroCard
          {...props}
          {...card}
          focus={opening.current && props.digits === 'shown' ? 'wanted' : 'elsewhere'}
          copied={card.row.account.id === props.copiedId ? 'just-now' : 'no'}
          actions={actions}
          onType={startSearch}
          onLeaveDown={() => setFocusTop((count) => count + 1)}
        />
      )}
      {rows.length === 0 && query !== '' ? (
        <NoneFound
          onClear={() => {
            changeQuery('');
            search.current?.focus();
          }}
          onAdd={props.onAdd}
        />
      ) : (
        <SearchContext.Provider value={query}>
          <CodeList
            {...props}
            key={`${props.tag ?? ''}/${query}`}
            sections={sections}
            actions={actions}
            focusTop={focusTop}
            focusId={opening.current && takesFocus ? props.savedId : undefined}
            onType={startSearch}
            onLeaveTop={() => search.current?.focus()}
          />
        </SearchContext.Provider>
      )}
      {props.children}
      <CodesFooter {...props} />
      {sheet === 'shown' && <KeysSheet {...props} onClose={() => setSheet('none')} />}
    </main>
  );
}
