import type { ErrorCode } from '../../lib/errors.ts';
import { Icon } from '../ui/icon.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';

interface ImportChooseViewProps {
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  /** Whether the user drags something over the page. */
  readonly drag: 'over' | 'out';
  readonly onFiles: (files: readonly Blob[]) => void;
  /** Where the vault is locked or absent: unlocks it first. */
  readonly onUnlock: () => void;
}

/** Takes the files that another app exported. */
export function ImportChooseView(props: ImportChooseViewProps) {
  const words = useWords();
  const { errorCode } = props;
  const isShut = errorCode === 'vault-locked' || errorCode === 'vault-absent';
  return (
    <>
      <div class={`drop drop-${props.drag}`}>
        <p>{words('import_hint')}</p>
        <div class="actions">
          <label class="button button-primary">
            <Icon name="add" />
            {words('import_choose')}
            <input
              class="unseen"
              type="file"
              multiple
              disabled={props.busy}
              onChange={({ currentTarget }) => {
                props.onFiles(Array.from(currentTarget.files ?? []));
                // The browser tells of the same file again only if the field was emptied.
                currentTarget.value = '';
              }}
            />
          </label>
        </div>
      </div>
      <ErrorNote code={errorCode} />
      {isShut && (
        <div class="actions">
          <button type="button" class="button" onClick={props.onUnlock}>
            {words('import_unlock')}
          </button>
        </div>
      )}
    </>
  );
}
