import type { ErrorCode } from '../../lib/errors.ts';
import { ViewHead } from '../ui/view-head.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';
import { StartOverSection } from './start-over-section.tsx';

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
      <StartOverSection busy={props.busy} onStartOver={props.onStartOver} />
      <ErrorNote code={props.errorCode} />
    </main>
  );
}
