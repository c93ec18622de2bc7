import { useState } from 'preact/hooks';
import {
  addedBy,
  RestoreLines,
  type RestoreSummary,
} from '../../components/transfer/restore-lines.tsx';
import { type BackupSecret, RestoreProof } from '../../components/transfer/restore-proof.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { ErrorNote } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/task.ts';
import { useWords } from '../../components/ui/words.ts';
import { AppError } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';

interface RestoreDialogProps {
  /** The file. */
  readonly text: string;
  /** With the number of accounts that were added, if it came to that. */
  readonly onClose: (added?: number) => void;
}

/** Opens a backup, shows what it would bring, and adds that. */
export function RestoreDialog({ text, onClose }: RestoreDialogProps) {
  const words = useWords();
  const task = useTask();
  const [opened, setOpened] = useState<{
    readonly restore: RestoreSummary;
    readonly proof: BackupSecret;
  }>();
  const add = (proof: BackupSecret): void =>
    task.run(async () => {
      // The secret opens the file once more: nothing decrypted waits in the background meanwhile.
      const answer = await ask('backupAdd', { text, proof });
      if (answer.kind !== 'open') throw new AppError('unlock-delayed');
      onClose(addedBy(answer));
    });
  return (
    <Dialog title={words('backup_restore')} onClose={() => onClose()}>
      {opened === undefined ? (
        <RestoreProof
          open={(proof) => ask('backupPreview', { text, proof })}
          onOpened={(restore, proof) => setOpened({ restore, proof })}
          now={Date.now}
        />
      ) : (
        <>
          <RestoreLines restore={opened.restore} />
          {addedBy(opened.restore) === 0 && opened.restore.lines.length > 0 && (
            <p>{words('backup_nothing_new')}</p>
          )}
          <ErrorNote code={task.errorCode} />
          {addedBy(opened.restore) > 0 && (
            <div class="actions">
              <button
                type="button"
                class="button button-primary"
                aria-disabled={task.busy}
                onClick={() => add(opened.proof)}
              >
                {words('backup_add')}
              </button>
            </div>
          )}
        </>
      )}
    </Dialog>
  );
}
