import { useCallback, useRef, useState } from 'preact/hooks';
import { sortAccounts } from '../../lib/otp/account-order.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { PopupView } from '../../lib/protocol/views.ts';

interface AllAccounts {
  /** In the order of the list; the first rows only, until `loadAll` has been called. */
  readonly all: readonly AccountView[];
  /** Loads the accounts that the popup's first rows lack, once. */
  readonly loadAll: () => void;
}

/** The accounts of the list. `onStale` is called when the background gives no more of them. */
export function useAllAccounts(view: PopupView, onStale: () => void): AllAccounts {
  const [all, setAll] = useState<readonly AccountView[]>(() => view.rows.map((row) => row.account));
  const loading = useRef<Promise<void> | undefined>(undefined);
  const loadAll = useCallback(() => {
    if (view.rows.length >= view.total) return;
    loading.current ??= (async () => {
      try {
        const first = new Set(view.rows.map((row) => row.account.id));
        const rest = await ask('accounts', { bin: 'live' });
        const others = rest.filter((account) => !first.has(account.id));
        setAll((old) => [...old, ...sortAccounts(others, view.here, view.recent)]);
      } catch {
        onStale();
      }
    })();
  }, [view, onStale]);
  return { all, loadAll };
}
