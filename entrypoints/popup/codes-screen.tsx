import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { CodesView } from '../../components/codes/codes-view.tsx';
import { EmptyView } from '../../components/codes/empty-view.tsx';
import { ReadOnlyNote } from '../../components/codes/read-only-note.tsx';
import type { ListWindow } from '../../components/codes/list-window.ts';
import { inOrder } from '../../components/codes/order.ts';
import { readPreferences } from '../../components/codes/preferences.ts';
import { searchAccounts } from '../../components/codes/search.ts';
import { useLanguage } from '../../components/ui/words.ts';
import { errorCodeOf } from '../../lib/errors.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { PopupView } from '../../lib/protocol/views.ts';
import { PageNoteScreen } from './page-note-screen.tsx';
import { useCodes } from './use-codes.ts';

/** After this long the clipboard is cleared, unless it holds something else by then. */
const CLIPBOARD_SECONDS = 30;

interface CodesScreenProps {
  readonly view: PopupView;
  readonly onAdd: (start: 'scan' | 'form') => void;
  readonly onEdit: (account: AccountView) => void;
  readonly onBin: () => void;
  /** What is shown is no longer so (locked meanwhile): ask anew. */
  readonly onStale: () => void;
  /** The status line, given what this screen has to say. */
  readonly children: (said: string) => ComponentChildren;
}

/** The list of codes: loads what comes into view, copies, fills, locks. */
export function CodesScreen({ view, onAdd, onEdit, onBin, onStale, children }: CodesScreenProps) {
  const { words, errorWords } = useLanguage();
  const [query, setQuery] = useState('');
  const [said, setSaid] = useState('');
  const [all, setAll] = useState<readonly AccountView[]>(() => view.rows.map((row) => row.account));
  const loading = useRef<Promise<void> | undefined>(undefined);
  const { codes, watch } = useCodes(view.rows, onStale);

  const loadAll = useCallback(() => {
    if (view.rows.length >= view.total) return;
    loading.current ??= (async () => {
      try {
        const first = new Set(view.rows.map((row) => row.account.id));
        const rest = await ask('accounts', { bin: 'live' });
        const others = rest.filter((account) => !first.has(account.id));
        setAll((old) => [...old, ...inOrder(others, view.here)]);
      } catch {
        onStale();
      }
    })();
  }, [view, onStale]);
  useEffect(() => {
    if (query !== '') loadAll();
  }, [query, loadAll]);

  const found = useMemo(() => searchAccounts(all, query), [all, query]);
  const rows = found.map((account) => ({ account, ...codes.get(account.id) }));
  const total = query === '' ? Math.max(view.total, rows.length) : rows.length;
  const here = useMemo(() => new Set(view.here), [view]);

  const [shownWindow, setShownWindow] = useState<ListWindow>();
  useEffect(() => {
    if (!shownWindow) return;
    if (shownWindow.end > all.length) loadAll();
    watch(found.slice(shownWindow.first, shownWindow.end).map((account) => account.id));
  }, [shownWindow, found, watch, loadAll]);

  const attempt = (work: () => Promise<string>): void => {
    void work().then(setSaid, (thrown: unknown) => setSaid(errorWords(errorCodeOf(thrown))));
  };
  const copy = (id: string): void =>
    attempt(async () => {
      const known = codes.get(id)?.code;
      const code =
        known && known.endMs > Date.now() ? known : (await ask('codes', { ids: [id] }))[0]?.code;
      if (!code) return errorWords('account-unknown');
      try {
        await navigator.clipboard.writeText(code.digits);
      } catch {
        return words('codes_copy_failed');
      }
      await ask('clipboardClear', { seconds: CLIPBOARD_SECONDS });
      return words('codes_copied');
    });
  const fill = (id: string): void =>
    attempt(async () => {
      if (view.page?.siteId === undefined) return words('codes_fill_no_site');
      const { outcome } = await ask('fillTab', { tabId: view.page.tabId, id });
      if (outcome === 'no-prompt') return words('codes_fill_no_prompt');
      window.close();
      return words('codes_filled');
    });
  const lock = (): void =>
    attempt(async () => {
      await ask('lock', {});
      onStale();
      return '';
    });
  const edit = (id: string): void => {
    const account = all.find((candidate) => candidate.id === id);
    if (account) onEdit(account);
  };

  const settingsHref = '/options.html';
  if (view.total === 0) {
    return (
      <EmptyView
        busy={false}
        onScan={() => onAdd('scan')}
        onAdd={() => onAdd('form')}
        onBin={view.vault === 'open' ? onBin : undefined}
        onRestore={view.vault === 'absent' ? () => void ask('unlockOpen', {}) : undefined}
        settingsHref={settingsHref}
      >
        {children(said)}
      </EmptyView>
    );
  }
  return (
    <CodesView
      rows={rows}
      total={total}
      here={here}
      pageNote={view.page && <PageNoteScreen page={view.page} say={setSaid} onChanged={onStale} />}
      {...readPreferences(localStorage)}
      query={query}
      onQuery={setQuery}
      onWindow={setShownWindow}
      onAdd={() => onAdd('form')}
      onLock={lock}
      onBin={onBin}
      onCopy={copy}
      onFill={fill}
      onEdit={edit}
      settingsHref={settingsHref}
      now={Date.now}
    >
      {view.vault !== 'open' && <ReadOnlyNote onTrouble={() => void ask('unlockOpen', {})} />}
      {children(said)}
    </CodesView>
  );
}
