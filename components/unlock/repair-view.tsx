import type { ComponentChildren } from 'preact';
import type { ErrorCode } from '../../lib/errors.ts';
import { Mark } from '../ui/mark.tsx';
import { ErrorNote, Note, Status } from '../ui/note.tsx';
import { useLanguage, useWords } from '../ui/words.ts';
import { SecondPress } from './second-press.tsx';
import { StartOverSection } from './start-over-section.tsx';

/** What is wrong with the vault. */
export type VaultTrouble = 'missing' | 'older' | 'damaged';

const CODES: Readonly<Record<Exclude<VaultTrouble, 'damaged'>, ErrorCode>> = {
  missing: 'vault-missing',
  older: 'vault-older',
};

interface RepairViewProps {
  readonly trouble: VaultTrouble;
  /** How many accounts cannot be read. */
  readonly quarantined: number;
  /** Whether the vault is unlocked, so that what can be read can be kept. */
  readonly access: 'none' | 'read-only' | 'read-write';
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  /** Leads back to unlocking, where the vault is not unlocked but perhaps can be. */
  readonly onUnlock: () => void;
  readonly onBackUp: () => void;
  /** The status line: how the backup or another look at the vault went. */
  readonly statusText: string;
  readonly onKeepReadable: () => void;
  readonly onAcceptOlder: () => void;
  readonly onStartOver: () => void;
  /** The button that picks a backup file. */
  readonly children: ComponentChildren;
}

/**
 * Says what is wrong with the vault, and offers the ways to repair it, those that lose nothing
 * first: to save what can be read, to restore a backup, to go on with less, and to start over.
 * Nothing happens without a press here.
 */
export function RepairView(props: RepairViewProps) {
  const { trouble, access, busy } = props;
  const { words, plural, errorWords } = useLanguage();
  // A damaged vault that is not unlocked has nothing left that could unlock it.
  const damage = words(access === 'none' ? 'repair_no_way_in' : 'repair_unlocked');
  return (
    <main class="form">
      <h1>
        <Mark />
        {words('unlock_trouble_title')}
      </h1>
      <Note look="warning">
        <p>{trouble === 'damaged' ? damage : errorWords(CODES[trouble])}</p>
      </Note>
      {props.quarantined > 0 && <p>{plural('repair_quarantined', props.quarantined)}</p>}
      {access === 'none' ? <UnlockSection {...props} /> : <SaveSection {...props} />}
      <section class="card">
        <h2>{words('backup_restore')}</h2>
        <p>
          {words('restore_aside')} {access === 'none' ? '' : words('restore_along')}
        </p>
        {props.children}
      </section>
      {access !== 'none' && <GoOnSection {...props} />}
      <StartOverSection busy={busy} onStartOver={props.onStartOver} />
      <ErrorNote code={props.errorCode} />
    </main>
  );
}

/** The way back to unlocking; of a missing vault there is nothing to unlock. */
function UnlockSection({ trouble, busy, statusText, onUnlock }: RepairViewProps) {
  const words = useWords();
  if (trouble === 'missing') return null;
  const isDamaged = trouble === 'damaged';
  return (
    <section class="card">
      <h2>{words(isDamaged ? 'repair_again_title' : 'repair_unlock_title')}</h2>
      <p>{words(isDamaged ? 'repair_again_what' : 'repair_unlock_what')}</p>
      <div class="actions">
        <button type="button" class="button" aria-disabled={busy} onClick={onUnlock}>
          {words(isDamaged ? 'repair_again' : 'repair_unlock')}
        </button>
      </div>
      <Status text={statusText} />
    </section>
  );
}

/** A backup of what an unlocked vault still holds, before anything takes its place. */
function SaveSection({ busy, statusText, onBackUp }: RepairViewProps) {
  const words = useWords();
  return (
    <section class="card">
      <h2>{words('repair_back_up_title')}</h2>
      <p>{words('repair_back_up_what')}</p>
      <div class="actions">
        <button type="button" class="button" aria-disabled={busy} onClick={onBackUp}>
          {words('backup_now')}
        </button>
      </div>
      <Status text={statusText} />
    </section>
  );
}

/** Goes on with the unlocked vault as it is: what it lacks is given up. */
function GoOnSection({ trouble, busy, onKeepReadable, onAcceptOlder }: RepairViewProps) {
  const words = useWords();
  if (trouble === 'missing') return null;
  const isDamaged = trouble === 'damaged';
  return (
    <section class="card">
      <h2>{words(isDamaged ? 'repair_keep_title' : 'repair_older_title')}</h2>
      <p>{words(isDamaged ? 'repair_keep_what' : 'repair_older_what')}</p>
      <SecondPress
        busy={busy}
        label={words(isDamaged ? 'repair_keep' : 'repair_older')}
        question={words(isDamaged ? 'repair_keep_sure' : 'repair_older_sure')}
        onConfirmed={isDamaged ? onKeepReadable : onAcceptOlder}
      />
    </section>
  );
}
