import type { ErrorCode } from '../../lib/errors.ts';
import { ErrorNote } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';
import { FilesButton } from './files-button.tsx';

interface ImportChooseViewProps {
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  /** Whether the user drags something over the page. */
  readonly drag: 'over' | 'out';
  readonly onFiles: (files: readonly Blob[]) => void;
  /** Where the vault is locked or absent: unlocks it first. */
  readonly onUnlock: () => void;
}

/** Whether there is no open vault to save into. */
export function isShut(errorCode: ErrorCode | undefined): boolean {
  return errorCode === 'vault-locked' || errorCode === 'vault-absent';
}

/** Takes the files that another app exported. */
export function ImportChooseView(props: ImportChooseViewProps) {
  const words = useWords();
  const { errorCode } = props;
  return (
    <>
      <div class={`drop drop-${props.drag}`}>
        <p>{words('import_hint')}</p>
        <div class="actions">
          <FilesButton
            label={words('import_choose')}
            look="primary"
            busy={props.busy}
            onFiles={props.onFiles}
          />
        </div>
      </div>
      <ErrorNote code={errorCode} />
      {isShut(errorCode) && (
        <div class="actions">
          <button type="button" class="button" onClick={props.onUnlock}>
            {words('import_unlock')}
          </button>
        </div>
      )}
    </>
  );
}
