import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { CodesView } from '../../components/codes/codes-view.tsx';
import { NoAccountsView } from '../../components/codes/no-accounts-view.tsx';
import { ReadOnlyNote } from '../../components/codes/read-only-note.tsx';
import type { RowRange } from '../../components/codes/visible-rows.ts';
import { readPreferences } from '../../components/codes/popup-preferences.ts';
import type { StatusText } from '../../components/ui/note.tsx';
import type { AccountView } from '../../lib/otp/account.ts';
import { openShortcutSettings, readShortcuts } from '../../lib/browser/own-extension.ts';
import { isInOwnWindow, moveToOwnWindow } from '../../lib/browser/own-window.ts';
import { VMS_CLOUD_START } from '../../lib/sites/vms-cloud.ts';
import { ask } from '../../lib/protocol/client.ts';
import { CODE_SOURCE } from '../../lib/protocol/code-source.ts';
import type { PopupView, ScanResult } from '../../lib/protocol/views.ts';
import type { CompletedAction } from './completed-action.ts';
import { PageNoteScreen } from './page-note-screen.tsx';
import { useAllAccounts } from './use-all-accounts.ts';
import { useCodeActions } from './use-code-actions.ts';
import { useFilter } from './use-filter.ts';
import { usePageGrant } from './use-page-grant.ts';
import { useRowCodes } from '../../components/codes/use-row-codes.ts';

const SETTINGS = '/options.html';

interface CodesScreenProps {
  readonly view: PopupView;
  /** The account that was saved just now. */
  readonly savedId: string | undefined;
  readonly onAdd: (start: 'scan' | 'form') => void;
  readonly onEdit: (account: AccountView) => void;
  readonly onQr: (account: AccountView) => void;
  readonly onBin: () => void;
  /** Called with what the page in the tab shows, to be saved. */
  readonly onShown: (shown: ScanResult) => void;
  /** Called when what is shown no longer holds, because the vault was locked meanwhile. */
  readonly onStale: () => void;
  /** Called when the list has changed, or the page in the tab became a site of the user's. */
  readonly onDone: (done: CompletedAction) => void;
  /** Gives the status line for the text that this screen puts there. */
  readonly children: (status: StatusText) => ComponentChildren;
}

/** The accounts whose rows have a button that fills; any may be chosen for a site that has none yet. */
function idsOffered({ page, here }: PopupView, all: readonly AccountView[]): ReadonlySet<string> {
  if (page?.account === 'missing') return new Set(all.map(({ id }) => id));
  return new Set(page?.prompt === 'waiting' ? here : []);
}

/** The list of codes: it loads what comes into view, copies, fills and locks. */
export function CodesScreen(props: CodesScreenProps) {
  const { view, savedId, onAdd, onStale, children } = props;
  const { all, loadAll } = useAllAccounts(view, onStale);
  const { rowOf, watch, ...codes } = useRowCodes({
    source: CODE_SOURCE,
    first: view.rows,
    onLost: onStale,
  });
  const find = (id: string): AccountView | undefined => all.find((account) => account.id === id);
  const actions = useCodeActions({ view, find, codes, onStale, onDone: props.onDone });
  const { page } = view;
  const grant = usePageGrant({
    page,
    attempt: actions.attempt,
    onGranted: () => props.onDone({ words: 'codes_granted' }),
  });

  const { card, found, ...filter } = useFilter({ view, all, loadAll });
  const offered = useMemo(() => idsOffered(view, all), [view, all]);

  const [visibleRange, setVisibleRange] = useState<RowRange>();
  useEffect(() => {
    if (!visibleRange) return;
    if (visibleRange.end > all.length) loadAll();
    const inView = found.slice(visibleRange.first, visibleRange.end).map(({ id }) => id);
    watch(card ? [card.id, ...inView] : inView);
  }, [visibleRange, found, watch, loadAll, card]);

  useEffect(() => {
    if (savedId !== undefined && !find(savedId)) loadAll();
  }, []);

  const withAccount = (then: (account: AccountView) => void) => (id: string) => {
    const account = find(id);
    if (account) then(rowOf(account).account);
  };

  const pageNote = page && (
    <PageNoteScreen
      page={card ? { ...page, prompt: 'none' } : page}
      grant={grant}
      attempt={actions.attempt}
      onShown={props.onShown}
    />
  );
  if (view.total === 0) {
    return (
      <NoAccountsView
        above={page?.scan && pageNote}
        startHref={view.page?.siteId === undefined ? VMS_CLOUD_START : undefined}
        onScan={() => onAdd('scan')}
        onAdd={() => onAdd('form')}
        onBin={view.vault === 'open' ? props.onBin : undefined}
        binned={view.binned ?? 0}
        onRestore={
          view.vault === 'absent' ? () => void ask('unlockOpen', { to: 'restore' }) : undefined
        }
        settingsHref={SETTINGS}
      >
        {children(actions.status)}
      </NoAccountsView>
    );
  }
  return (
    <CodesView
      {...filter}
      rows={found.map(rowOf)}
      offered={offered}
      fill={view.page?.siteId === undefined ? 'none' : 'possible'}
      above={pageNote}
      card={card && view.page && { host: view.page.host, row: rowOf(card) }}
      tags={view.tags}
      accounts={view.total}
      {...readPreferences(localStorage)}
      readShortcuts={readShortcuts}
      onChangeKeys={() => void openShortcutSettings()}
      savedId={savedId}
      copiedId={actions.copiedId}
      actions={{
        ...actions,
        onEdit: withAccount(props.onEdit),
        onQr: withAccount(props.onQr),
        onGrant: page?.grant === 'none' ? undefined : page && grant.onWant,
      }}
      onVisibleRows={setVisibleRange}
      onScan={page && (() => onAdd('scan'))}
      onAdd={() => onAdd('form')}
      onLock={actions.onLock}
      onWindow={isInOwnWindow() ? undefined : moveToOwnWindow}
      settings={view.health === 'warning' ? 'wanted' : 'quiet'}
      settingsHref={SETTINGS}
      now={Date.now}
    >
      {view.vault !== 'open' && <ReadOnlyNote onTrouble={() => void ask('unlockOpen', {})} />}
      {children(actions.status)}
    </CodesView>
  );
}
