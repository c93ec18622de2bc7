import { useState } from 'preact/hooks';
import { Status } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/task.ts';
import { useWords, type MessageKey } from '../../components/ui/words.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { PopupView, ReviewView } from '../../lib/protocol/messages.ts';
import { AddScreen, type AddStart } from './add-screen.tsx';
import { BinScreen } from './bin-screen.tsx';
import { CodesScreen } from './codes-screen.tsx';
import { EditScreen } from './edit-screen.tsx';
import { LockedScreen } from './locked-screen.tsx';
import { ReviewScreen } from './review-screen.tsx';

/** As many rows as the popup shows before anyone scrolls. */
export const FIRST_ROWS = 10;

type Screen =
  | { readonly kind: 'codes' }
  | { readonly kind: 'add'; readonly start: AddStart }
  | { readonly kind: 'review'; readonly review: ReviewView }
  | { readonly kind: 'edit'; readonly account: AccountView }
  | { readonly kind: 'bin' };

/** What was just done, and the account it may be undone for. */
export interface Done {
  readonly words: MessageKey;
  readonly undoBin?: string;
}

/** Which of the popup's screens shows, and what happens after each. */
export function Popup({ first }: { readonly first: PopupView }) {
  const words = useWords();
  const [view, setView] = useState(first);
  const [generation, setGeneration] = useState(0);
  const [screen, setScreen] = useState<Screen>(
    first.findings.length > 0 ? { kind: 'add', start: first.findings } : { kind: 'codes' },
  );
  const [done, setDone] = useState<Done>();
  const task = useTask();

  const home = (result?: Done): void =>
    task.run(async () => {
      setView(await ask('popupView', { limit: FIRST_ROWS }));
      setGeneration((count) => count + 1);
      setScreen({ kind: 'codes' });
      setDone(result);
    });
  const undo = (id: string): void =>
    void ask('accountRestore', { id }).then(
      () => home({ words: 'codes_restored' }),
      () => home(),
    );

  const back = (): void => setScreen({ kind: 'codes' });
  const review = (found: ReviewView): void => setScreen({ kind: 'review', review: found });

  if (view.vault !== 'open' && view.vault !== 'absent') {
    return <LockedScreen vault={view.vault} onOpen={() => home()} />;
  }
  switch (screen.kind) {
    case 'add':
      return <AddScreen start={screen.start} page={view.page} onReview={review} onBack={back} />;
    case 'review':
      return <ReviewScreen review={screen.review} onDone={home} />;
    case 'edit':
      return <EditScreen account={screen.account} page={view.page} onDone={home} onBack={back} />;
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
          )}
        </CodesScreen>
      );
    default:
      return screen satisfies never;
  }
}
