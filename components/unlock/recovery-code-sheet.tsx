import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import { DoneNote } from '../ui/done-note.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';

interface RecoveryCodeSheetProps {
  /** The code in groups, as the vault made it. */
  readonly recoveryCode: string;
  readonly onPrint: () => void;
  readonly onSave: () => void;
  readonly onCopy: () => void;
  readonly copied: boolean;
  readonly onDone: () => void;
  /** Goes on without keeping it; absent where that is not offered. */
  readonly onLater?: (() => void) | undefined;
  /** The error of printing, saving or copying, or of what was saved meanwhile. */
  readonly errorCode: ErrorCode | undefined;
}

/**
 * The recovery code, which is shown only once, three ways to keep it, and the
 * checkbox that says so; saving and printing tick it.
 */
export function RecoveryCodeSheet(props: RecoveryCodeSheetProps) {
  const words = useWords();
  const [kept, setKept] = useState(false);
  const [saved, setSaved] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const thenKept = (keep: () => void) => () => {
    keep();
    setKept(true);
  };
  return (
    <section class="form sheet">
      <h1 ref={heading} tabIndex={-1}>
        {words('unlock_recovery_title')}
      </h1>
      <p>{words('unlock_recovery_why')}</p>
      <p class="recovery-code" dir="ltr" translate={false}>
        {props.recoveryCode}
      </p>
      <p class="print-only">{words('unlock_recovery_printed')}</p>
      <div class="actions">
        <button
          type="button"
          class={kept ? 'button' : 'button button-primary'}
          onClick={thenKept(() => {
            props.onSave();
            setSaved(true);
          })}
        >
          {words('unlock_recovery_save')}
        </button>
        <button type="button" class="button" onClick={thenKept(props.onPrint)}>
          {words('unlock_recovery_print')}
        </button>
        <button type="button" class="button" onClick={props.onCopy}>
          {words('unlock_recovery_copy')}
        </button>
      </div>
      <p role="status" class="hint">
        {props.copied ? words('unlock_recovery_copied') : ''}
      </p>
      <DoneNote text={saved ? words('unlock_recovery_saved', words('unlock_recovery_file')) : ''} />
      <ErrorNote code={props.errorCode} />
      <label class="check">
        <input
          type="checkbox"
          checked={kept}
          onChange={(event) => setKept(event.currentTarget.checked)}
        />
        {words('unlock_recovery_kept')}
      </label>
      <div class="actions">
        <button
          type="button"
          class={kept ? 'button button-primary' : 'button'}
          disabled={!kept}
          onClick={props.onDone}
        >
          {words('unlock_recovery_done')}
        </button>
        {props.onLater && !kept && (
          <button type="button" class="button button-quiet" onClick={props.onLater}>
            {words('unlock_recovery_later')}
          </button>
        )}
      </div>
    </section>
  );
}
