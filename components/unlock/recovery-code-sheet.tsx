import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import { DoneNote } from '../ui/done-note.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';

interface RecoveryCodeSheetProps {
  /** The code in groups, as the vault made it. */
  readonly recoveryCode: string;
  /** What was done just before, as a whole sentence. */
  readonly said?: string | undefined;
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

/** Where the code was sent last. The browser does not tell whether a file or a paper came of it. */
type SentTo = 'file' | 'paper' | 'nowhere';

interface WaysToKeepProps extends Pick<
  RecoveryCodeSheetProps,
  'onPrint' | 'onSave' | 'onCopy' | 'copied'
> {
  readonly sentTo: SentTo;
  /** first: nothing says yet that the code is kept, so saving it is the main button. */
  readonly rank: 'first' | 'other';
  readonly onSent: (to: SentTo) => void;
}

/** Three ways to keep the code, and the question whether it worked. */
function WaysToKeep({ sentTo, rank, onSent, ...props }: WaysToKeepProps) {
  const words = useWords();
  const question = {
    file: words('unlock_recovery_saved', words('unlock_recovery_file')),
    paper: words('unlock_recovery_on_paper'),
    nowhere: '',
  }[sentTo];
  return (
    <>
      <div class="actions">
        <button
          type="button"
          class={rank === 'first' ? 'button button-primary' : 'button'}
          onClick={() => {
            props.onSave();
            onSent('file');
          }}
        >
          {words(sentTo === 'file' ? 'unlock_recovery_save_again' : 'unlock_recovery_save')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            props.onPrint();
            onSent('paper');
          }}
        >
          {words(sentTo === 'paper' ? 'unlock_recovery_print_again' : 'unlock_recovery_print')}
        </button>
        <button type="button" class="button" onClick={props.onCopy}>
          {words('unlock_recovery_copy')}
        </button>
      </div>
      <p role="status" class="hint">
        {props.copied ? words('unlock_recovery_copied') : ''}
      </p>
      <DoneNote text={question} of={sentTo === 'paper' ? 'print' : 'download'} />
    </>
  );
}

/**
 * The recovery code, which is shown only once, three ways to keep it, and the
 * checkbox that says so. After a file or a paper the question for it stands in
 * the checkbox's place, and 'Done' is the answer.
 */
export function RecoveryCodeSheet(props: RecoveryCodeSheetProps) {
  const words = useWords();
  const [ticked, setTicked] = useState(false);
  const [sentTo, setSentTo] = useState<SentTo>('nowhere');
  const heading = useRef<HTMLHeadingElement>(null);
  const [saidId, laterId] = [useId(), useId()];
  useLayoutEffect(() => heading.current?.focus(), []);
  const canEnd = ticked || sentTo !== 'nowhere';
  return (
    <section class="form sheet">
      {props.said !== undefined && (
        <div id={saidId}>
          <DoneNote text={props.said} />
        </div>
      )}
      <h1
        ref={heading}
        tabIndex={-1}
        aria-describedby={props.said === undefined ? undefined : saidId}
      >
        {words('unlock_recovery_title')}
      </h1>
      <p>{words('unlock_recovery_why')}</p>
      <p>{words('unlock_recovery_no_backup')}</p>
      <p class="recovery-code" dir="ltr" translate={false}>
        {props.recoveryCode}
      </p>
      <p class="print-only">{words('unlock_recovery_printed')}</p>
      <p>{words('unlock_recovery_how')}</p>
      <WaysToKeep {...props} sentTo={sentTo} rank={canEnd ? 'other' : 'first'} onSent={setSentTo} />
      <ErrorNote code={props.errorCode} />
      {sentTo === 'nowhere' && (
        <label class="check">
          <input
            type="checkbox"
            checked={ticked}
            onChange={(event) => setTicked(event.currentTarget.checked)}
          />
          {words('unlock_recovery_kept')}
        </label>
      )}
      <div class="actions">
        <button
          type="button"
          class={canEnd ? 'button button-primary' : 'button'}
          disabled={!canEnd}
          onClick={props.onDone}
        >
          {words('unlock_recovery_done')}
        </button>
        {props.onLater && !ticked && (
          <button
            type="button"
            class="button button-quiet"
            aria-describedby={laterId}
            onClick={props.onLater}
          >
            {words('unlock_recovery_later')}
          </button>
        )}
      </div>
      {props.onLater && !ticked && (
        <p id={laterId} class="hint">
          {words('unlock_recovery_later_what')}
        </p>
      )}
    </section>
  );
}
