import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { CodesView } from '../../components/codes/codes-view.tsx';
import { NoAccountsView } from '../../components/codes/no-accounts-view.tsx';
import { ReadOnlyNote } from '../../components/codes/read-only-note.tsx';
import type { RowRange } from '../../components/codes/visible-rows.ts';
import { readPreferences } from '../../components/codes/popup-preferences.ts';
import { searchAccounts } from '../../components/codes/search-accounts.ts';
import { useLanguage } from '../../components/ui/words.ts';
import { errorCodeOf } from '../../lib/errors.ts';
import { CLIPBOARD_CLEAR_MS } from '../../lib/limits.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { PopupView } from '../../lib/protocol/views.ts';
import { PageNoteScreen } from './page-note-screen.tsx';
import { useAllAccounts } from './use-all-accounts.ts';
import { useRowCodes } from './use-row-codes.ts';

const SETTINGS = '/options.html';

interface CodesScreenProps {
  readonly view: PopupView;
  readonly onAdd: (start: 'scan' | 'form') => void;
  readonly onEdit: (account: AccountView) => void;
  readonly onBin: () => void;
  /** Called when what is shown no longer holds, because the vault was locked meanwhile. */
  readonly onStale: () => void;
  /** Called when the page in the tab became a site of the user's. */
  readonly onGranted: () => void;
  /** Gives the status line for the text that this screen puts there. */
  readonly children: (statusText: string) => ComponentChildren;
}

/** Puts a code on the clipboard for a while; false where the browser does not allow it. */
async function copyForAWhile(digits: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(digits);
  } catch {
    return false;
  }
  await ask('clipboardClear', { seconds: CLIPBOARD_CLEAR_MS / 1000, text: digits });
  return true;
}

/** The accounts whose rows offer to fill; any may be chosen for a site that has none yet. */
function idsToFill({ page, here }: PopupView, all: readonly AccountView[]): ReadonlySet<string> {
  return new Set(page?.account === 'missing' ? all.map(({ id }) => id) : here);
}

/** The list of codes: it loads what comes into view, copies, fills and locks. */
export function CodesScreen(props: CodesScreenProps) {
  const { view, onAdd, onStale, children } = props;
  const { words, errorWords } = useLanguage();
  const [query, setQuery] = useState('');
  const [statusText, setStatusText] = useState('');
  const { all, loadAll } = useAllAccounts(view, onStale);
  const { rowOf, watch, takeNext, findCode } = useRowCodes(view.rows, onStale);

  useEffect(() => {
    if (query !== '') loadAll();
  }, [query, loadAll]);

  const found = useMemo(() => searchAccounts(all, query), [all, query]);
  const rows = found.map(rowOf);
  const total = query === '' ? Math.max(view.total, rows.length) : rows.length;
  const here = useMemo(() => idsToFill(view, all), [view, all]);

  const [visibleRange, setVisibleRange] = useState<RowRange>();
  useEffect(() => {
    if (!visibleRange) return;
    if (visibleRange.end > all.length) loadAll();
    watch(found.slice(visibleRange.first, visibleRange.end).map((account) => account.id));
  }, [visibleRange, found, watch, loadAll]);

  const attempt = (work: () => Promise<string>): void => {
    void work().then(setStatusText, (thrown: unknown) =>
      setStatusText(errorWords(errorCodeOf(thrown))),
    );
  };
  const find = (id: string): AccountView | undefined => all.find((account) => account.id === id);
  const next = (id: string): void => attempt(async () => takeNext(id).then(() => ''));
  const copy = (id: string): void =>
    attempt(async () => {
      const account = find(id);
      const code = account && (await findCode(account));
      if (!code) return errorWords('account-unknown');
      return words((await copyForAWhile(code.digits)) ? 'codes_copied' : 'codes_copy_failed');
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
    const account = find(id);
    if (account) props.onEdit(rowOf(account).account);
  };

  if (view.total === 0) {
    return (
      <NoAccountsView
        busy={false}
        onScan={() => onAdd('scan')}
        onAdd={() => onAdd('form')}
        onBin={view.vault === 'open' ? props.onBin : undefined}
        onRestore={view.vault === 'absent' ? () => void ask('unlockOpen', {}) : undefined}
        settingsHref={SETTINGS}
      >
        {children(statusText)}
      </NoAccountsView>
    );
  }
  return (
    <CodesView
      rows={rows}
      total={total}
      here={here}
      pageNote={
        view.page && (
          <PageNoteScreen page={view.page} onStatus={setStatusText} onGranted={props.onGranted} />
        )
      }
      {...readPreferences(localStorage)}
      query={query}
      onQuery={setQuery}
      onVisibleRows={setVisibleRange}
      onAdd={() => onAdd('form')}
      onLock={lock}
      onBin={props.onBin}
      onNext={next}
      onCopy={copy}
      onFill={fill}
      onEdit={edit}
      settingsHref={SETTINGS}
      now={Date.now}
    >
      {view.vault !== 'open' && <ReadOnlyNote onTrouble={() => void ask('unlockOpen', {})} />}
      {children(statusText)}
    </CodesView>
  );
}
