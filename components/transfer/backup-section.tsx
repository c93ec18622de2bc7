import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { BackupView } from '../../lib/protocol/vault-views.ts';
import { useWords } from '../ui/words.ts';
import { dayAndTime } from './backup-file-name.ts';
import { BackupFilePicker } from './backup-file-picker.tsx';

interface BackupSectionProps {
  readonly backup: BackupView;
  /** wanted: the user came to the settings to make a backup. */
  readonly wanted: 'wanted' | 'there';
  readonly busy: boolean;
  readonly onBackUp: () => void;
  readonly onFile: (read: () => Promise<string>) => void;
  /** Notes below the buttons. */
  readonly children: ComponentChildren;
}

/** Makes and restores backups, and says what the last one lacks. */
export function BackupSection(props: BackupSectionProps) {
  const { backup, busy } = props;
  const words = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const isWanted = props.wanted === 'wanted';
  useEffect(() => {
    if (!isWanted) return;
    button.current?.scrollIntoView({ block: 'center' });
    button.current?.focus();
  }, [isWanted]);
  const { madeMs, missing } = backup;
  const sinceWords = (): string => {
    if (missing > 0) return words('backup_missing', String(missing));
    if (madeMs === undefined) return '';
    return words(backup.changed === 'changed' ? 'backup_changed' : 'backup_same');
  };
  return (
    <section class="form" id="backup">
      <h2>{words('backup_title')}</h2>
      <p>{words('backup_what')}</p>
      <p class="hint">
        {madeMs === undefined
          ? words('backup_none')
          : words('backup_last', dayAndTime(madeMs, words('ui_language')))}
        <br />
        {sinceWords()}
      </p>
      <div class="actions">
        <button
          type="button"
          ref={button}
          class={missing > 0 ? 'button button-primary' : 'button'}
          aria-disabled={busy}
          onClick={props.onBackUp}
        >
          {words('backup_now')}
        </button>
        <BackupFilePicker busy={busy} onFile={props.onFile} />
      </div>
      {props.children}
    </section>
  );
}
