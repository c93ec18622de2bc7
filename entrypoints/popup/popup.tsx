import { useEffect, useRef, useState } from 'preact/hooks';
import { BackupNoteScreen } from './backup-note-screen.tsx';
import { Status, type StatusText } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { useWords } from '../../components/ui/words.ts';
import { onLocked } from '../../lib/browser/lock-broadcast.ts';
import type { PopupView, ScanResult } from '../../lib/protocol/views.ts';
import { GuideNoteScreen } from './guide-note-screen.tsx';
import { HostsNoteScreen } from './hosts-note-screen.tsx';
import { askView } from '../../lib/protocol/popup-view.ts';
import { undoAction, type Undo } from '../../lib/protocol/undo.ts';
import { CodesScreen } from './codes-screen.tsx';
import { FailedScreen } from './failed-screen.tsx';
import type { CompletedAction } from './completed-action.ts';
import { LockedScreen } from './locked-screen.tsx';
import type { OtherScreen, OtherScreens } from './other-screen.tsx';

/** The script of all screens but the first one. */
export type OtherScript = typeof OtherScreens;

export async function loadOtherScreens(): Promise<OtherScript> {
  return (await import('./other-screen.tsx')).OtherScreens;
}

interface PopupProps {
  readonly first: PopupView;
  readonly tabId: number | undefined;
  /** Given where the popup does not begin with codes. */
  readonly otherScript: OtherScript | undefined;
}

/** The screen for what was scanned: a single account needs no list, and undefined is the list of codes. */
function findScreen(results: readonly ScanResult[]): OtherScreen | undefined {
  const [only, ...others] = results;
  if (!only) return undefined;
  if (only.scan && others.length === 0) return { kind: 'review', scan: only.scan };
  return { kind: 'results', results };
}

interface PopupStatusProps extends Pick<PopupView, 'notBackedUp'> {
  readonly page: PopupView['page'] | undefined;
  /** What the codes screen has to say; it goes before `done`. */
  readonly status: StatusText;
  readonly done: CompletedAction | undefined;
  readonly onUndo: (undo: Undo) => void;
  readonly onDone: (done: CompletedAction) => void;
}

/** What stands below the codes: the reminder of a backup, and the status line. */
function PopupStatus({ page, notBackedUp, status, done, onUndo, onDone }: PopupStatusProps) {
  const words = useWords();
  const shown = status.text === '' ? done : undefined;
  const undo = shown?.undo;
  return (
    <>
      <HostsNoteScreen />
      <GuideNoteScreen page={page} />
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

/** What is left of a view with a lock: not how the vault is unlocked, which only the next view tells. */
function withoutCodes(view: PopupView): PopupView {
  return { ...view, vault: view.vault === 'open' ? 'locked' : view.vault, rows: [], total: 0 };
}

/** Undoes what was done, and shows the list again, whatever came of it. */
function undoAndShow(action: Undo, show: (done?: CompletedAction) => void): void {
  void undoAction(action).then(
    () => show({ words: 'codes_restored' }),
    () => show(),
  );
}

/** Decides which of the popup's screens shows, and what follows each. */
export function Popup({ first, tabId, otherScript }: PopupProps) {
  const [view, setView] = useState(first);
  const [generation, setGeneration] = useState(0);
  const [Other, setOther] = useState(() => otherScript);
  const [screen, setScreen] = useState(() => findScreen(first.scanResults));
  const [done, setDone] = useState<CompletedAction>();
  const task = useTask();

  /** The list stays until the script of the other screen is there: nothing jumps. */
  const show = (wanted: OtherScreen | undefined): void => {
    if (!wanted || Other) return setScreen(wanted);
    task.run(async () => {
      const loaded = await loadOtherScreens();
      setOther(() => loaded);
      setScreen(wanted);
    });
  };
  const lockCount = useRef(0);
  const home = (result?: CompletedAction): void =>
    task.run(async () => {
      const lockCountBefore = lockCount.current;
      const now = await askView(tabId);
      const next = findScreen(now.scanResults);
      const loaded = Other ?? (next && (await loadOtherScreens()));
      // What was asked for before a lock may be of the open vault.
      if (lockCount.current !== lockCountBefore) return;
      setOther(() => loaded);
      setView(now);
      setGeneration((count) => count + 1);
      setScreen(next);
      setDone(result);
    });
  // However the vault was locked, what the popup shows of it goes at once, whatever else is under way.
  useLocked(() => {
    lockCount.current += 1;
    setScreen(undefined);
    setView(withoutCodes);
    void askView(tabId).then(setView, () => undefined);
  });
  /** The list shows again as it was, unless codes may have been used up in it since: those by counter. */
  const back = (): void => {
    if (view.rows.some(({ account }) => account.type === 'hotp')) home();
    else setScreen(undefined);
  };
  const undo = (action: Undo): void => undoAndShow(action, home);

  if (task.errorCode) return <FailedScreen errorCode={task.errorCode} />;
  // An older or damaged vault, once unlocked, may still be read.
  if (view.vault !== 'open' && view.vault !== 'absent' && view.total === 0) {
    return <LockedScreen vault={view.vault} unlockedBy={view.unlockedBy} onOpen={() => home()} />;
  }
  if (screen && Other) {
    return (
      <Other
        screen={screen}
        tabId={tabId}
        page={view.page}
        onScreen={setScreen}
        onBack={back}
        onDone={home}
      />
    );
  }
  return (
    <CodesScreen
      key={generation}
      view={view}
      savedId={done?.savedId}
      onAdd={(start) => show({ kind: 'add', start })}
      onEdit={(account) => show({ kind: 'edit', account })}
      onQr={(account) => show({ kind: 'qr', account })}
      onBin={() => show({ kind: 'bin' })}
      onShown={(shown) => show(findScreen([shown]))}
      onStale={() => home()}
      onDone={home}
    >
      {(status) => (
        <PopupStatus
          page={view.page}
          notBackedUp={view.notBackedUp}
          status={status}
          done={done}
          onUndo={undo}
          onDone={home}
        />
      )}
    </CodesScreen>
  );
}
