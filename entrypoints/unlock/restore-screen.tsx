import { useLayoutEffect, useState } from 'preact/hooks';
import {
  countAdded,
  RestoreSummaryView,
  type RestoreSummary,
} from '../../components/transfer/restore-summary.tsx';
import { RestoreProof } from '../../components/transfer/restore-proof.tsx';
import { ViewHead } from '../../components/ui/view-head.tsx';
import { useWords } from '../../components/ui/words.ts';
import { AppError } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { BackupSecret } from '../../lib/protocol/restore-views.ts';
import type { FirstKey } from '../../lib/protocol/vault-views.ts';
import { CreateVaultScreen } from './create-vault-screen.tsx';

interface RestoreScreenProps {
  /** The text of the backup file. */
  readonly text: string;
  readonly onBack: () => void;
  /** Called when there is an open vault. */
  readonly onDone: () => void;
}

type Step =
  | { readonly kind: 'proof' }
  | {
      readonly kind: 'preview' | 'protect';
      readonly restore: RestoreSummary;
      readonly proof: BackupSecret;
    };

/** Makes a new vault out of a backup: asks for its secret, shows what is in it, asks for a new passphrase. */
export function RestoreScreen({ text, onBack, onDone }: RestoreScreenProps) {
  const words = useWords();
  const [step, setStep] = useState<Step>({ kind: 'proof' });
  // `autofocus` works once in a document, and the view before has used it.
  useLayoutEffect(() => {
    document.querySelector<HTMLInputElement>('main input:not(.unseen)')?.focus();
  }, [step.kind]);
  const make = async (proof: BackupSecret, first: FirstKey) => {
    const answer = await ask('backupRestore', { text, proof, first });
    // The secret opened the file a moment ago: only too many wrong attempts meanwhile can stand in the way.
    if (answer.kind !== 'open') throw new AppError('unlock-delayed');
    return answer;
  };
  switch (step.kind) {
    case 'proof':
      return (
        <main class="form">
          <h1>{words('backup_restore')}</h1>
          <RestoreProof
            open={(proof) => ask('backupPreview', { text, proof })}
            onOpened={(restore, proof) => setStep({ kind: 'preview', restore, proof })}
            now={Date.now}
          />
          <div class="actions">
            <button type="button" class="button button-quiet" onClick={onBack}>
              {words('ui_cancel')}
            </button>
          </div>
        </main>
      );
    case 'preview':
      return (
        <main class="form">
          <ViewHead title={words('backup_restore')} onBack={onBack} />
          <RestoreSummaryView restore={step.restore} />
          {countAdded(step.restore) > 0 && (
            <div class="actions">
              <button
                type="button"
                class="button button-primary"
                onClick={() => setStep({ ...step, kind: 'protect' })}
              >
                {words('restore_go_on')}
              </button>
            </div>
          )}
        </main>
      );
    case 'protect':
      return (
        <CreateVaultScreen
          make={(first) => make(step.proof, first)}
          why="restore_protect"
          onDone={onDone}
        />
      );
    default:
      return step satisfies never;
  }
}
