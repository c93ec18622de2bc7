import { useState } from 'preact/hooks';
import {
  countAdded,
  RestoreSummaryView,
  type RestoreSummary,
} from '../../components/transfer/restore-summary.tsx';
import { RestoreProof } from '../../components/transfer/restore-proof.tsx';
import { Dialog, DialogLeave } from '../../components/ui/dialog.tsx';
import { ErrorNote } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { useWords } from '../../components/ui/words.ts';
import { AppError } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { BackupSecret } from '../../lib/protocol/restore-views.ts';

interface RestoreDialogProps {
  /** The text of the backup file. */
  readonly text: string;
  /** Called with the number of accounts that were added; undefined where none were to be added. */
  readonly onClose: (added?: number) => void;
}

/** Opens a backup file, shows what it would bring, and adds it to the vault. */
export function RestoreDialog({ text, onClose }: RestoreDialogProps) {
  const words = useWords();
  const task = useTask();
  const [opened, setOpened] = useState<{
    readonly restore: RestoreSummary;
    readonly proof: BackupSecret;
  }>();
  const add = (proof: BackupSecret): void =>
    task.run(async () => {
      // The secret opens the file once more, so that nothing decrypted waits in the background meanwhile.
      const answer = await ask('backupAdd', { text, proof });
      if (answer.kind !== 'open') throw new AppError('unlock-delayed');
      onClose(countAdded(answer));
    });
  return (
    <Dialog title={words('backup_restore')} busy={task.busy} onClose={() => onClose()}>
      {opened === undefined ? (
        <RestoreProof
          open={(proof) => ask('backupPreview', { text, proof })}
          onOpened={(restore, proof) => setOpened({ restore, proof })}
          now={Date.now}
        />
      ) : (
        <>
          <RestoreSummaryView restore={opened.restore} />
          {countAdded(opened.restore) === 0 && opened.restore.lines.length > 0 && (
            <p>{words('backup_nothing_new')}</p>
          )}
          <ErrorNote code={task.errorCode} />
          {countAdded(opened.restore) > 0 && (
            <div class="actions">
              <button
                type="button"
                class="button button-primary"
                aria-disabled={task.busy}
                onClick={() => add(opened.proof)}
              >
                {words(task.busy ? 'restore_busy' : 'backup_add')}
              </button>
              <DialogLeave />
            </div>
          )}
        </>
      )}
    </Dialog>
  );
}
