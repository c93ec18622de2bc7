import { useLayoutEffect, useState } from 'preact/hooks';
import { countAdded, type RestoreSummary } from '../../components/transfer/restore-summary.tsx';
import { RestoreProof } from '../../components/transfer/restore-proof.tsx';
import type { MessageKey } from '../../lib/language/messages.ts';
import { useLanguage } from '../../components/ui/words.ts';
import { AppError } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';
import { makeVault } from '../../lib/protocol/lost-reply.ts';
import type { BackupSecret } from '../../lib/protocol/restore-views.ts';
import type { FirstKey } from '../../lib/protocol/vault-views.ts';
import { CreateVaultScreen } from './create-vault-screen.tsx';
import { RecoveryCodeScreen } from './recovery-code-screen.tsx';
import { RestorePreview } from './restore-preview.tsx';

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
      readonly kind: 'preview';
      readonly restore: RestoreSummary;
      readonly proof: BackupSecret;
    }
  | {
      readonly kind: 'protect';
      readonly restore: RestoreSummary;
      readonly proof: BackupSecret;
      readonly why: MessageKey;
    }
  | {
      readonly kind: 'recovery';
      readonly restore: RestoreSummary;
      readonly recoveryCode: string;
    };

/**
 * Makes a new vault out of a backup: asks for its secret, shows what is in it,
 * and keeps its passphrase unless the user wants another one.
 */
export function RestoreScreen({ text, onBack, onDone }: RestoreScreenProps) {
  const { words, plural } = useLanguage();
  const [step, setStep] = useState<Step>({ kind: 'proof' });
  // `autofocus` works once in a document, and the view before has used it.
  useLayoutEffect(() => {
    // What a backup brings has the focus itself, so that it is read out.
    if (step.kind === 'preview' || step.kind === 'recovery') return;
    document.querySelector<HTMLInputElement>('main input:not(.unseen)')?.focus();
  }, [step.kind]);
  const make = async (proof: BackupSecret, first: FirstKey) => {
    const answer = await makeVault(() => ask('backupRestore', { text, proof, first }));
    // The secret opened the file a moment ago: only too many wrong attempts meanwhile can stand in the way.
    if (answer.kind !== 'open') throw new AppError('unlock-delayed');
    return answer;
  };
  const saidOf = (restore: RestoreSummary): string => plural('restore_done', countAdded(restore));
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
        <RestorePreview
          restore={step.restore}
          passphrase={step.proof.kind === 'passphrase' ? step.proof.passphrase : undefined}
          make={(first) => make(step.proof, first)}
          onMade={(recoveryCode) => setStep({ ...step, kind: 'recovery', recoveryCode })}
          onProtect={(why) => setStep({ ...step, kind: 'protect', why })}
          onBack={onBack}
        />
      );
    case 'protect':
      return (
        <CreateVaultScreen
          make={(first) => make(step.proof, first)}
          why={step.why}
          said={saidOf(step.restore)}
          mayWait
          onDone={onDone}
        />
      );
    case 'recovery':
      return (
        <RecoveryCodeScreen
          recoveryCode={step.recoveryCode}
          said={saidOf(step.restore)}
          mayWait
          onDone={onDone}
        />
      );
    default:
      return step satisfies never;
  }
}
