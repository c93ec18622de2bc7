import { useState } from 'preact/hooks';
import {
  countAdded,
  RestoreSummaryView,
  type RestoreSummary,
} from '../../components/transfer/restore-summary.tsx';
import { ErrorNote } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { ViewHead } from '../../components/ui/view-head.tsx';
import { useWords } from '../../components/ui/words.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { FirstKey } from '../../lib/protocol/vault-views.ts';
import { strengthOf } from '../../lib/strength/strength.ts';
import { noteNewVault } from './note-new-vault.ts';

interface RestorePreviewProps {
  readonly restore: RestoreSummary;
  /** That of the backup; absent: it was opened by its recovery code. */
  readonly passphrase: string | undefined;
  readonly make: (first: FirstKey) => Promise<{ readonly recoveryCode: string }>;
  /** Called with the recovery code of the new vault. */
  readonly onMade: (recoveryCode: string) => void;
  /** The user wants another passphrase than the backup's, or must choose one: where it is too weak, that is said. */
  readonly onProtect: (why: 'restore_protect' | 'error_passphrase_too_weak') => void;
  readonly onBack: () => void;
}

/** Whether an administrator's least strength allows the passphrase: without one the backup's is taken as it is. */
async function isStrongEnough(passphrase: string): Promise<boolean> {
  const { passphraseStrengthMin: least } = (await ask('administrator', {})).policy;
  return least === undefined || (await strengthOf(passphrase)).level >= least;
}

/** Shows what a backup brings, and restores it under the same passphrase unless the user unticks that. */
export function RestorePreview(props: RestorePreviewProps) {
  const { restore, passphrase, onProtect } = props;
  const words = useWords();
  const task = useTask();
  const [same, setSame] = useState(true);
  const restoreNow = (): void => {
    if (passphrase === undefined || !same) {
      onProtect('restore_protect');
      return;
    }
    task.run(async () => {
      if (!(await isStrongEnough(passphrase))) return onProtect('error_passphrase_too_weak');
      const first = { kind: 'passphrase', passphrase } as const;
      const { recoveryCode } = await props.make(first);
      props.onMade(recoveryCode);
      await noteNewVault(first);
    });
  };
  return (
    <main class="form">
      <ViewHead title={words('backup_restore')} onBack={props.onBack} />
      <RestoreSummaryView restore={restore} />
      {countAdded(restore) > 0 && (
        <>
          {passphrase !== undefined && (
            <label class="check">
              <input
                type="checkbox"
                checked={same}
                onChange={({ currentTarget }) => setSame(currentTarget.checked)}
              />
              {words('restore_same_passphrase')}
            </label>
          )}
          <ErrorNote code={task.errorCode} />
          <div class="actions">
            <button
              type="button"
              class="button button-primary"
              aria-disabled={task.busy}
              onClick={restoreNow}
            >
              {words(task.busy ? 'restore_busy' : 'restore_go_on')}
            </button>
          </div>
        </>
      )}
    </main>
  );
}
