import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AccountView } from '../../lib/otp/account.ts';
import { useArmed } from '../ui/use-armed.ts';
import { useWords } from '../ui/words.ts';
import { PickerRow } from './picker-row.tsx';
import { KeyPressTracker } from './key-press-tracker.ts';
import { searchAccounts } from './search-accounts.ts';
import { SearchField } from './search-field.tsx';

/** From this many accounts on there is a search field. */
const SEARCH_FROM = 8;

interface AccountPickerViewProps {
  /** The host of the page that asks for the code. */
  readonly host: string;
  /** The likeliest comes first. */
  readonly accounts: readonly AccountView[];
  readonly onChoose: (id: string) => void;
  readonly onLeave: () => void;
  /** Shows the accounts that are not bound to the site, too; undefined where all are shown. */
  readonly onAll: (() => void) | undefined;
  /** Notes above the list, where they are in view. */
  readonly children: ComponentChildren;
}

/** The small window at a code field: a click or a key press on an account picks it. */
export function AccountPickerView(props: AccountPickerViewProps) {
  const { host, accounts, onChoose, onLeave, onAll } = props;
  const words = useWords();
  const armed = useArmed();
  const [query, setQuery] = useState('');
  const [selected, setSelected] = useState(0);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const keyPresses = useRef<KeyPressTracker>(undefined);
  keyPresses.current ??= new KeyPressTracker();
  const found = searchAccounts(accounts, query);

  const focusRow = (index: number): void => {
    list.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus();
  };
  // An effect after the first paint would be too late for somebody who types at once.
  useLayoutEffect(() => focusRow(0), []);
  // The button that showed the others had the focus, and is gone.
  const previousCount = useRef(accounts.length);
  useLayoutEffect(() => {
    if (accounts.length > previousCount.current) focusRow(previousCount.current);
    previousCount.current = accounts.length;
  }, [accounts.length]);

  /** Outside the list (on the button below it) keys keep their usual meaning. */
  const isInList = ({ target }: Event): boolean =>
    target instanceof Node && list.current?.contains(target) === true;
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    const inSearch = event.target === search.current;
    const inList = isInList(event);
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (key === 'Enter' || (key === ' ' && !inSearch)) {
      const id = inSearch || inList ? found[inSearch ? 0 : selected]?.id : undefined;
      keyPresses.current?.down(event, armed === 'armed' ? id : undefined);
      if (!inSearch && !inList) return;
    } else if (key === 'Escape') {
      if (query === '') onLeave();
      else setQuery('');
    } else if (key === 'ArrowDown' && (inSearch || inList))
      focusRow(inSearch ? 0 : Math.min(selected + 1, found.length - 1));
    else if (key === 'ArrowUp' && inList) {
      if (selected > 0) focusRow(selected - 1);
      else search.current?.focus();
    } else if (key === 'Home' && inList) focusRow(0);
    else if (key === 'End' && inList) focusRow(found.length - 1);
    else if (key.length === 1 && inList && search.current) {
      setQuery(query + key);
      setSelected(0);
      search.current.focus();
    } else return;
    event.preventDefault();
  };
  const onKeyUp = (event: KeyboardEvent): void => {
    const id = keyPresses.current?.up(event);
    if (event.key === ' ' && isInList(event)) event.preventDefault();
    if (id !== undefined) onChoose(id);
  };

  return (
    <main class="choose" onKeyDown={onKeyDown} onKeyUp={onKeyUp}>
      <header>
        <h1>{words('choose_title')}</h1>
        <p class="quiet">{words('choose_for', host)}</p>
      </header>
      {props.children}
      {accounts.length >= SEARCH_FROM && (
        <SearchField
          field={search}
          query={query}
          onQuery={(typed) => {
            setQuery(typed);
            setSelected(0);
          }}
        />
      )}
      {found.length === 0 && <p class="quiet">{words('codes_none_found')}</p>}
      <ul ref={list} class="choices" aria-label={words('choose_title')}>
        {found.map((account, index) => (
          <PickerRow
            key={account.id}
            account={account}
            index={index}
            selected={index === selected ? 'selected' : 'unselected'}
            armed={armed}
            onSelect={setSelected}
            onChoose={onChoose}
          />
        ))}
      </ul>
      {onAll && (
        <button type="button" class="button button-quiet" onClick={onAll}>
          {words('choose_all')}
        </button>
      )}
    </main>
  );
}
