import type { ErrorCode } from '../../lib/errors.ts';
import { ViewHead } from '../ui/head.tsx';
import { ErrorNote, Note } from '../ui/note.tsx';
import { TypedWord } from '../ui/typed-word.tsx';
import { useWords } from '../ui/words.ts';

interface LostViewProps {
  /** Whether a passkey was added. */
  readonly passkeys: 'some' | 'none';
  readonly keepUnlocked: 'on' | 'off';
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  readonly onBack: () => void;
  readonly onRecoveryCode: () => void;
  readonly onStartOver: () => void;
}

/** What is left to somebody who has lost the passphrase; the last way gives up every account. */
export function LostView(props: LostViewProps) {
  const words = useWords();
  const word = words('repair_word');
  return (
    <main class="form">
      <ViewHead title={words('lost_title')} onBack={props.onBack} />
      <section class="card">
        <h2>{words('lost_code_title')}</h2>
        <p>{words('lost_code_what')}</p>
        {props.passkeys === 'some' && <p>{words('lost_passkey')}</p>}
        {props.keepUnlocked === 'on' && <p>{words('lost_kept')}</p>}
        <div class="actions">
          <button type="button" class="button button-primary" onClick={props.onRecoveryCode}>
            {words('unlock_use_recovery')}
          </button>
        </div>
      </section>
      <section class="card">
        <h2>{words('lost_backup_title')}</h2>
        <p>{words('lost_backup_what')}</p>
      </section>
      <section class="card">
        <h2>{words('lost_over')}</h2>
        <Note look="warning">
          <p>{words('lost_over_what')}</p>
        </Note>
        <p>{words('lost_over_reset')}</p>
        <p>{words('lost_over_aside')}</p>
        <TypedWord
          busy={props.busy}
          type={words('lost_over_type', word)}
          word={word}
          label={words('lost_over')}
          onSure={props.onStartOver}
        />
      </section>
      <ErrorNote code={props.errorCode} />
    </main>
  );
}
