import { BackUpAgain, BackupNoteScreen } from './backup-note-screen.tsx';
import { isolated } from '../../components/ui/isolated.ts';
import { Status, type StatusText } from '../../components/ui/note.tsx';
import { useLanguage, useWords } from '../../components/ui/words.ts';
import { errorCodeOf, type ErrorCode } from '../../lib/errors.ts';
import type { PopupView } from '../../lib/protocol/views.ts';
import { GuideNoteScreen } from './guide-note-screen.tsx';
import { HostsNoteScreen } from './hosts-note-screen.tsx';
import { undoAction, type Undo } from '../../lib/protocol/undo.ts';
import { CodesScreen } from './codes-screen.tsx';
import { FailedScreen } from './failed-screen.tsx';
import type { CompletedAction } from './completed-action.ts';
import { LockedScreen } from './locked-screen.tsx';
import { RecoveryNoteScreen } from './recovery-note-screen.tsx';
import { findScreen, usePopupScreens, type PopupStart } from './use-popup-screens.ts';

interface PopupStatusProps extends Pick<PopupView, 'notBackedUp' | 'recoveryNotKept'> {
  readonly page: PopupView['page'] | undefined;
  /** What the codes screen has to say; it goes before `done`. */
  readonly status: StatusText;
  readonly done: CompletedAction | undefined;
  readonly onUndo: (undo: Undo, name: string | undefined) => void;
  readonly onDone: (done: CompletedAction) => void;
}

/** What stands below the codes: the reminders of a recovery code and a backup, and the status line. */
function PopupStatus({ page, status, done, onUndo, onDone, ...view }: PopupStatusProps) {
  const words = useWords();
  const shown = status.text === '' ? done : undefined;
  const undo = shown?.undo;
  /** A site was added, and its account is still to be chosen: nothing is filled there yet. */
  const waits = shown?.words === 'codes_granted' && page?.account === 'missing';
  const said = waits ? words('codes_granted_choose', isolated(page.host)) : shown?.text;
  const name = isolated(shown?.name ?? '');
  return (
    <>
      <HostsNoteScreen />
      <GuideNoteScreen page={page} />
      <RecoveryNoteScreen notKept={view.recoveryNotKept} />
      <BackupNoteScreen count={view.notBackedUp} onDone={onDone} />
      <Status {...status} {...(shown && { text: said ?? words(shown.words, name) })}>
        {undo && (
          <button
            type="button"
            class="button button-small"
            onClick={() => onUndo(undo, shown?.name)}
          >
            {words('ui_undo')}
          </button>
        )}
        {shown?.again === 'backup' && <BackUpAgain onDone={onDone} />}
      </Status>
    </>
  );
}

/** Undoes what was done, and shows the list again with what came of it. */
function undoAndShow(
  { action, name }: { readonly action: Undo; readonly name: string | undefined },
  errorWords: (code: ErrorCode) => string,
  show: (done: CompletedAction) => void,
): void {
  void undoAction(action).then(
    () =>
      show(name === undefined ? { words: 'codes_restored' } : { words: 'accounts_restored', name }),
    (thrown: unknown) => show({ words: 'codes_restored', text: errorWords(errorCodeOf(thrown)) }),
  );
}

/** Decides which of the popup's screens shows, and what follows each. */
export function Popup(start: PopupStart) {
  const { errorWords } = useLanguage();
  const { view, generation, other, done, errorCode, show, home, back } = usePopupScreens(start);
  if (errorCode) return <FailedScreen errorCode={errorCode} />;
  // An older or damaged vault, once unlocked, may still be read.
  if (view.vault !== 'open' && view.vault !== 'absent' && view.total === 0) {
    return <LockedScreen vault={view.vault} unlockedBy={view.unlockedBy} onOpen={() => home()} />;
  }
  if (other) {
    return (
      <other.Script
        screen={other.screen}
        tabId={start.tabId}
        page={view.page}
        onScreen={show}
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
      onAdd={(how) => show({ kind: 'add', start: how })}
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
          {...(view.recoveryNotKept !== undefined && { recoveryNotKept: view.recoveryNotKept })}
          status={status}
          done={done}
          onUndo={(action, name) => undoAndShow({ action, name }, errorWords, home)}
          onDone={home}
        />
      )}
    </CodesScreen>
  );
}
