import type { ErrorCode } from '../../lib/errors.ts';
import { ViewHead } from '../ui/view-head.tsx';
import { GuideLink } from '../guide/guide-link.tsx';
import { ErrorNote, Note } from '../ui/note.tsx';
import { TypedConfirmation } from '../ui/typed-confirmation.tsx';
import { useWords } from '../ui/words.ts';

interface LostPassphraseViewProps {
  /** Whether the vault has passkeys. */
  readonly passkeys: 'some' | 'none';
  readonly keepUnlocked: 'on' | 'off';
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  readonly onBack: () => void;
  readonly onRecoveryCode: () => void;
  readonly onStartOver: () => void;
}

/** The ways left to somebody who has lost the passphrase; the last one gives up every account. */
export function LostPassphraseView(props: LostPassphraseViewProps) {
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
        <p>
          <GuideLink topic="lost-access" />
        </p>
        <p>{words('lost_over_aside')}</p>
        <TypedConfirmation
          busy={props.busy}
          instruction={words('lost_over_type', word)}
          word={word}
          label={words('lost_over')}
          onConfirmed={props.onStartOver}
        />
      </section>
      <ErrorNote code={props.errorCode} />
    </main>
  );
}
