import { useEffect, useState } from 'preact/hooks';
import { ScanResultsView } from '../../components/accounts/scan-results-view.tsx';
import { BackupNoteScreen } from './backup-note-screen.tsx';
import { Status, type StatusText } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { useWords } from '../../components/ui/words.ts';
import { onLocked } from '../../lib/browser/lock-broadcast.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import type { PopupView, ScanResult, ScanView } from '../../lib/protocol/views.ts';
import { HostsNoteScreen } from './hosts-note-screen.tsx';
import { AddScreen } from './add-screen.tsx';
import { EXPORT_LIST } from '../../lib/protocol/save-scan.ts';
import { askView } from '../../lib/protocol/popup-view.ts';
import { BinScreen } from './bin-screen.tsx';
import { CodesScreen } from './codes-screen.tsx';
import { undoAction, type CompletedAction, type Undo } from './completed-action.ts';
import { EditScreen } from './edit-screen.tsx';
import { LockedScreen } from './locked-screen.tsx';
import { QrScreen } from './qr-screen.tsx';
import { ReviewScreen } from './review-screen.tsx';

type Screen =
  | { readonly kind: 'codes' }
  | { readonly kind: 'add'; readonly start: 'scan' | 'form' }
  | { readonly kind: 'results'; readonly results: readonly ScanResult[] }
  | { readonly kind: 'review'; readonly scan: ScanView }
  | { readonly kind: 'edit'; readonly account: AccountView }
  | { readonly kind: 'qr'; readonly account: AccountView; readonly from: 'codes' | 'edit' }
  | { readonly kind: 'bin' };

interface PopupProps {
  readonly first: PopupView;
  readonly tabId: number | undefined;
}

/** The screen for what was scanned: a single account needs no list. */
function screenOf(results: readonly ScanResult[]): Screen {
  const [only, ...others] = results;
  if (!only) return { kind: 'codes' };
  if (only.scan && others.length === 0) return { kind: 'review', scan: only.scan };
  return { kind: 'results', results };
}

interface PopupStatusProps {
  readonly notBackedUp: number;
  /** What the codes screen has to say; it goes before `done`. */
  readonly status: StatusText;
  readonly done: CompletedAction | undefined;
  readonly onUndo: (undo: Undo) => void;
  readonly onDone: (done: CompletedAction) => void;
}

/** What stands below the codes: the reminder of a backup, and the status line. */
function PopupStatus({ notBackedUp, status, done, onUndo, onDone }: PopupStatusProps) {
  const words = useWords();
  const shown = status.text === '' ? done : undefined;
  const undo = shown?.undo;
  return (
    <>
      <HostsNoteScreen />
      <BackupNoteScreen count={notBackedUp} onDone={onDone} />
      <Status {...status} {...(shown && { text: shown.text ?? words(shown.words) })}>
        {undo && (
          <button type="button" class="button button-small" onClick={() => onUndo(undo)}>
            {words('ui_undo')}
          </button>
        )}
      </Status>
    </>
  );
}

/** Calls `onLock` with every lock, as long as the popup shows. */
function useLocked(onLock: () => void): void {
  useEffect(() => {
    const life = new AbortController();
    onLocked(onLock, life.signal);
    return () => life.abort();
  }, []);
}

/** Undoes what was done, and shows the list again, whatever came of it. */
function undoAndShow(action: Undo, show: (done?: CompletedAction) => void): void {
  void undoAction(action).then(
    () => show({ words: 'codes_restored' }),
    () => show(),
  );
}

/** Decides which of the popup's screens shows, and what follows each. */
export function Popup({ first, tabId }: PopupProps) {
  const [view, setView] = useState(first);
  const [generation, setGeneration] = useState(0);
  const [screen, setScreen] = useState<Screen>(() => screenOf(first.scanResults));
  const [done, setDone] = useState<CompletedAction>();
  const task = useTask();

  const home = (result?: CompletedAction): void =>
    task.run(async () => {
      const now = await askView(tabId);
      setView(now);
      setGeneration((count) => count + 1);
      setScreen(screenOf(now.scanResults));
      setDone(result);
    });
  // However the vault was locked, what the popup shows of it goes at once.
  useLocked(() => home());
  const undo = (action: Undo): void => undoAndShow(action, home);

  const back = (): void => setScreen({ kind: 'codes' });
  const review = (scan: ScanView): void => setScreen({ kind: 'review', scan });

  // An older or damaged vault, once unlocked, may still be read.
  if (view.vault !== 'open' && view.vault !== 'absent' && view.total === 0) {
    return <LockedScreen vault={view.vault} unlockedBy={view.unlockedBy} onOpen={() => home()} />;
  }
  switch (screen.kind) {
    case 'add':
      return (
        <AddScreen
          start={screen.start}
          tabId={tabId}
          onReview={review}
          onResults={(results) => setScreen({ kind: 'results', results })}
          onBack={back}
        />
      );
    case 'results':
      return (
        <ScanResultsView
          results={screen.results}
          onReview={review}
          onExport={() => window.open(EXPORT_LIST)}
          onAgain={() => setScreen({ kind: 'add', start: 'scan' })}
          onBack={back}
        />
      );
    case 'review':
      return <ReviewScreen scan={screen.scan} onDone={home} />;
    case 'edit':
      return (
        <EditScreen
          account={screen.account}
          page={view.page}
          onDone={home}
          onQr={() => setScreen({ kind: 'qr', account: screen.account, from: 'edit' })}
          onBack={back}
        />
      );
    case 'qr':
      return (
        <QrScreen
          account={screen.account}
          onBack={() =>
            screen.from === 'codes' ? back() : setScreen({ kind: 'edit', account: screen.account })
          }
        />
      );
    case 'bin':
      return <BinScreen onBack={() => home()} />;
    case 'codes':
      return (
        <CodesScreen
          key={generation}
          view={view}
          onAdd={(start) => setScreen({ kind: 'add', start })}
          onEdit={(account) => setScreen({ kind: 'edit', account })}
          onQr={(account) => setScreen({ kind: 'qr', account, from: 'codes' })}
          onBin={() => setScreen({ kind: 'bin' })}
          onShown={(shown) => setScreen(screenOf([shown]))}
          onStale={() => home()}
          onDone={home}
        >
          {(status) => (
            <PopupStatus
              notBackedUp={view.notBackedUp}
              status={status}
              done={done}
              onUndo={undo}
              onDone={home}
            />
          )}
        </CodesScreen>
      );
    default:
      return screen satisfies never;
  }
}
