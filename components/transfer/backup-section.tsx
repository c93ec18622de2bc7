import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../ui/words.ts';
import { dayAndTime } from './backup-file-name.ts';
import { ChooseBackup } from './choose-backup.tsx';

interface BackupSectionProps {
  readonly backup: {
    readonly madeMs?: number;
    readonly missing: number;
    readonly changed: 'changed' | 'same';
  };
  /** The page was opened for this. */
  readonly wanted: 'wanted' | 'there';
  readonly busy: boolean;
  readonly onBackUp: () => void;
  readonly onFile: (read: () => Promise<string>) => void;
  /** What was done, and what went wrong. */
  readonly children: ComponentChildren;
}

/** Saving the vault in a file, and what the last file lacks. */
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
        <ChooseBackup busy={busy} onFile={props.onFile} />
      </div>
      {props.children}
    </section>
  );
}
