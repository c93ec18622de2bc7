import { useLayoutEffect, useState } from 'preact/hooks';
import {
  addedBy,
  RestoreLines,
  type RestoreSummary,
} from '../../components/transfer/restore-lines.tsx';
import { type BackupSecret, RestoreProof } from '../../components/transfer/restore-proof.tsx';
import { ViewHead } from '../../components/ui/head.tsx';
import { useWords } from '../../components/ui/words.ts';
import { AppError } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { FirstKey } from '../../lib/protocol/views.ts';
import { ProtectScreen } from './protect-screen.tsx';

interface RestoreScreenProps {
  /** The file. */
  readonly text: string;
  readonly onBack: () => void;
  /** There is an open vault. */
  readonly onDone: () => void;
}

type Step =
  | { readonly kind: 'proof' }
  | {
      readonly kind: 'preview' | 'protect';
      readonly restore: RestoreSummary;
      readonly proof: BackupSecret;
    };

/** A new vault out of a backup: its secret, what is in it, a new passphrase. */
export function RestoreScreen({ text, onBack, onDone }: RestoreScreenProps) {
  const words = useWords();
  const [step, setStep] = useState<Step>({ kind: 'proof' });
  // `autofocus` works once in a document, and that was the view before.
  useLayoutEffect(() => {
    document.querySelector<HTMLInputElement>('main input:not(.unseen)')?.focus();
  }, [step.kind]);
  const make = async (proof: BackupSecret, first: FirstKey) => {
    const answer = await ask('backupRestore', { text, proof, first });
    // It opened a moment ago: only too many tries meanwhile can stand in the way.
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
          <RestoreLines restore={step.restore} />
          {addedBy(step.restore) > 0 && (
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
        <ProtectScreen
          make={(first) => make(step.proof, first)}
          why="restore_protect"
          onDone={onDone}
        />
      );
    default:
      return step satisfies never;
  }
}
