import type { ComponentChildren } from 'preact';
import type { ErrorCode } from '../../lib/errors.ts';
import { ErrorNote, Note, Status } from '../ui/note.tsx';
import { TypedConfirmation } from '../ui/typed-confirmation.tsx';
import { useLanguage } from '../ui/words.ts';
import { SecondPress } from './second-press.tsx';

/** What is wrong with the vault. */
export type VaultTrouble = 'missing' | 'older' | 'damaged';

const CODES: Readonly<Record<VaultTrouble, ErrorCode>> = {
  missing: 'vault-missing',
  older: 'vault-older',
  damaged: 'vault-damaged',
};

interface RepairViewProps {
  readonly trouble: VaultTrouble;
  /** How many accounts cannot be read. */
  readonly quarantined: number;
  /** Whether the vault is unlocked, so that what can be read can be kept. */
  readonly access: 'none' | 'read-only' | 'read-write';
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  readonly onBackUp: () => void;
  /** The status line: how the backup went. */
  readonly statusText: string;
  readonly onKeepReadable: () => void;
  readonly onAcceptOlder: () => void;
  readonly onStartOver: () => void;
  /** The button that picks a backup file. */
  readonly children: ComponentChildren;
}

/**
 * Says what is wrong with the vault, and offers the ways to repair it, those
 * that give nothing up first. Nothing happens without a press here.
 */
export function RepairView(props: RepairViewProps) {
  const { trouble, access, busy } = props;
  const { words, plural, errorWords } = useLanguage();
  const word = words('repair_word');
  return (
    <main class="form">
      <h1>{words('unlock_trouble_title')}</h1>
      <Note look="warning">
        <p>{errorWords(CODES[trouble])}</p>
      </Note>
      {props.quarantined > 0 && <p>{plural('repair_quarantined', props.quarantined)}</p>}
      {access !== 'none' && (
        <section class="card">
          <h2>{words('repair_back_up_title')}</h2>
          <p>{words('repair_back_up_what')}</p>
          <div class="actions">
            <button type="button" class="button" aria-disabled={busy} onClick={props.onBackUp}>
              {words('backup_now')}
            </button>
          </div>
          <Status text={props.statusText} />
        </section>
      )}
      <section class="card">
        <h2>{words('backup_restore')}</h2>
        <p>
          {words('restore_aside')} {access === 'none' ? '' : words('restore_along')}
        </p>
        {props.children}
      </section>
      {access !== 'none' && trouble === 'older' && (
        <section class="card">
          <h2>{words('repair_older_title')}</h2>
          <p>{words('repair_older_what')}</p>
          <SecondPress
            busy={busy}
            label={words('repair_older')}
            question={words('repair_older_sure')}
            onConfirmed={props.onAcceptOlder}
          />
        </section>
      )}
      {access !== 'none' && trouble === 'damaged' && (
        <section class="card">
          <h2>{words('repair_keep_title')}</h2>
          <p>{words('repair_keep_what')}</p>
          <SecondPress
            busy={busy}
            label={words('repair_keep')}
            question={words('repair_keep_sure')}
            onConfirmed={props.onKeepReadable}
          />
        </section>
      )}
      <section class="card">
        <h2>{words('repair_over_title')}</h2>
        <p>{words('repair_over_what')}</p>
        <TypedConfirmation
          busy={busy}
          instruction={words('repair_over_type', word)}
          word={word}
          label={words('repair_over')}
          onConfirmed={props.onStartOver}
        />
      </section>
      <ErrorNote code={props.errorCode} />
    </main>
  );
}
