import { useState } from 'preact/hooks';
import { ErrorNote, Note } from '../ui/note.tsx';
import { useTask } from '../ui/use-task.ts';
import { useWords } from '../ui/words.ts';

interface ReplacedNoteProps {
  /** Brings the old account back. */
  readonly onUndo: () => Promise<void>;
  /** Absent where the screen goes on below. */
  readonly onClose?: () => void;
}

/** Says that a saving has replaced an account, and takes that back with one press. */
export function ReplacedNote({ onUndo, onClose }: ReplacedNoteProps) {
  const words = useWords();
  const task = useTask();
  const [state, setState] = useState<'replaced' | 'undone'>('replaced');
  const undo = (): void =>
    task.run(async () => {
      await onUndo();
      setState('undone');
    });
  return (
    <Note>
      <div role="status">
        <p>
          <strong>{words(state === 'replaced' ? 'offer_replaced' : 'offer_undone')}</strong>
        </p>
        <p>{words(state === 'replaced' ? 'offer_replaced_hint' : 'offer_undone_hint')}</p>
      </div>
      <ErrorNote code={task.errorCode} />
      <div class="actions">
        {onClose && (
          <button type="button" class="button" onClick={onClose}>
            {words('offer_close')}
          </button>
        )}
        {state === 'replaced' && (
          <button type="button" class="button" disabled={task.busy} onClick={undo}>
            {words('ui_undo')}
          </button>
        )}
      </div>
    </Note>
  );
}
