import { useEffect, useState } from 'preact/hooks';
import { FindingsView } from '../../components/accounts/findings-view.tsx';
import { BackupNote } from '../../components/transfer/backup-note.tsx';
import { Status } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/task.ts';
import { useWords } from '../../components/ui/words.ts';
import { onLocked } from '../../lib/browser/lock-news.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { PopupView, ScanView, ScanResult } from '../../lib/protocol/views.ts';
import { AddScreen } from './add-screen.tsx';
import { askView } from '../../lib/protocol/popup-view.ts';
import { BinScreen } from './bin-screen.tsx';
import { CodesScreen } from './codes-screen.tsx';
import type { Done } from './done.ts';
import { EditScreen } from './edit-screen.tsx';
import { LockedScreen } from './locked-screen.tsx';
import { QrScreen } from './qr-screen.tsx';
import { ReviewScreen } from './review-screen.tsx';

type Screen =
  | { readonly kind: 'codes' }
  | { readonly kind: 'add'; readonly start: 'scan' | 'form' }
  | { readonly kind: 'findings'; readonly findings: readonly ScanResult[] }
  | { readonly kind: 'review'; readonly review: ScanView }
  | { readonly kind: 'edit' | 'qr'; readonly account: AccountView }
  | { readonly kind: 'bin' };

interface PopupProps {
  readonly first: PopupView;
  readonly tabId: number | undefined;
}

/** What a scan found: one clean finding needs no list. */
function screenOf(findings: readonly ScanResult[]): Screen {
  const [only, ...others] = findings;
  if (!only) return { kind: 'codes' };
  if (only.review && others.length === 0) return { kind: 'review', review: only.review };
  return { kind: 'findings', findings };
}

/** Which of the popup's screens shows, and what happens after each. */
export function Popup({ first, tabId }: PopupProps) {
  const words = useWords();
  const [view, setView] = useState(first);
  const [generation, setGeneration] = useState(0);
  const [screen, setScreen] = useState<Screen>(() => screenOf(first.findings));
  const [done, setDone] = useState<Done>();
  const task = useTask();

  const home = (result?: Done): void =>
    task.run(async () => {
      const now = await askView(tabId);
      setView(now);
      setGeneration((count) => count + 1);
      setScreen(screenOf(now.findings));
      setDone(result);
    });
  // However it was locked: what was open closes here at once.
  useEffect(() => {
    const life = new AbortController();
    onLocked(() => home(), life.signal);
    return () => life.abort();
  }, []);
  const undo = (id: string): void =>
    void ask('accountRestore', { id }).then(
      () => home({ words: 'codes_restored' }),
      () => home(),
    );

  const back = (): void => setScreen({ kind: 'codes' });
  const review = (found: ScanView): void => setScreen({ kind: 'review', review: found });

  // An older or damaged vault, once unlocked, may still be read.
  if (view.vault !== 'open' && view.vault !== 'absent' && view.total === 0) {
    return <LockedScreen vault={view.vault} onOpen={() => home()} />;
  }
  switch (screen.kind) {
    case 'add':
      return (
        <AddScreen
          start={screen.start}
          tabId={tabId}
          onReview={review}
          onFindings={(findings) => setScreen({ kind: 'findings', findings })}
          onBack={back}
        />
      );
    case 'findings':
      return (
        <FindingsView
          findings={screen.findings}
          onReview={review}
          onAgain={() => setScreen({ kind: 'add', start: 'scan' })}
          onBack={back}
        />
      );
    case 'review':
      return <ReviewScreen review={screen.review} onDone={home} />;
    case 'edit':
      return (
        <EditScreen
          account={screen.account}
          page={view.page}
          onDone={home}
          onQr={() => setScreen({ kind: 'qr', account: screen.account })}
          onBack={back}
        />
      );
    case 'qr':
      return (
        <QrScreen
          account={screen.account}
          onBack={() => setScreen({ kind: 'edit', account: screen.account })}
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
          onBin={() => setScreen({ kind: 'bin' })}
          onStale={() => home()}
        >
          {(said) => (
            <>
              {view.notBackedUp > 0 && (
                <BackupNote count={view.notBackedUp} href="/options.html#backup" />
              )}
              <Status text={said === '' && done ? words(done.words) : said}>
                {said === '' && done?.undoBin !== undefined && (
                  <button
                    type="button"
                    class="button button-small"
                    onClick={() => done.undoBin !== undefined && undo(done.undoBin)}
                  >
                    {words('ui_undo')}
                  </button>
                )}
              </Status>
            </>
          )}
        </CodesScreen>
      );
    default:
      return screen satisfies never;
  }
}
