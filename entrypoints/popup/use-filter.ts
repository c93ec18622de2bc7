import { useEffect, useMemo, useState } from 'preact/hooks';
import { searchAccounts } from '../../components/codes/search-accounts.ts';
import type { Grouping } from '../../components/codes/list-sections.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import type { PopupView } from '../../lib/protocol/views.ts';

interface FilterProps {
  readonly view: PopupView;
  /** The accounts that are loaded. */
  readonly all: readonly AccountView[];
  readonly loadAll: () => void;
}

interface Filter {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly tag: string | undefined;
  readonly onTag: (tag: string | undefined) => void;
  /** The account that the card shows. */
  readonly card: AccountView | undefined;
  /** The loaded accounts of the list. */
  readonly found: readonly AccountView[];
  /** How many accounts the list has. */
  readonly total: number;
  /** Undefined while the list is filtered, which makes it one section. */
  readonly grouping: Grouping | undefined;
}

/** The account that the card shows: the likeliest one, while the page asks for a code that may be its. */
function idOnCard({ page, here, vault }: PopupView): string | undefined {
  const isAsked = page?.prompt === 'waiting' && page.account !== 'another';
  return isAsked && vault === 'open' ? here[0] : undefined;
}

/** Which accounts the popup lists: all, those that a search finds, or those of a tag. */
export function useFilter({ view, all, loadAll }: FilterProps): Filter {
  const [query, onQuery] = useState('');
  const [tag, onTag] = useState<string>();
  const isFiltered = query !== '' || tag !== undefined;
  useEffect(() => {
    if (isFiltered) loadAll();
  }, [isFiltered, loadAll]);
  const cardId = isFiltered ? undefined : idOnCard(view);
  const card = all.find(({ id }) => id === cardId);
  const found = useMemo(() => {
    const tagged = tag === undefined ? all : all.filter(({ tags }) => tags.includes(tag));
    return searchAccounts(tagged, query).filter(({ id }) => id !== cardId);
  }, [all, query, tag, cardId]);
  const grouping = useMemo(
    (): Grouping => ({
      here: new Set(view.here),
      recent: new Set(view.recent),
      card: card ? 'shown' : 'none',
    }),
    [view, card],
  );
  const unfiltered = Math.max(view.total - (card ? 1 : 0), found.length);
  return {
    query,
    onQuery,
    tag,
    onTag,
    card,
    found,
    total: isFiltered ? found.length : unfiltered,
    grouping: isFiltered ? undefined : grouping,
  };
}
