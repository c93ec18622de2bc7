import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { BackupView } from '../../lib/protocol/vault-views.ts';
import { SettingRow } from '../settings/setting-row.tsx';
import { Note } from '../ui/note.tsx';
import { useLanguage } from '../ui/words.ts';
import { SecondPress } from '../unlock/second-press.tsx';
import { BackupFilePicker } from './backup-file-picker.tsx';

interface BackupSectionProps {
  readonly backup: BackupView;
  /** wanted: the user came to the settings to make a backup. */
  readonly wanted: 'wanted' | 'there';
  readonly busy: boolean;
  readonly onBackUp: () => void;
  /** How many accounts are damaged and can't be read. */
  readonly unreadable: number;
  readonly onDeleteUnreadable: () => void;
  readonly onFile: (read: () => Promise<string>) => void;
  /** Notes below the rows. */
  readonly children: ComponentChildren;
}

/** Makes and restores backups, and says what the last one lacks. */
export function BackupSection(props: BackupSectionProps) {
  const { backup, busy } = props;
  const { words, plural, formats } = useLanguage();
  const button = useRef<HTMLButtonElement>(null);
  const isWanted = props.wanted === 'wanted';
  useEffect(() => {
    if (isWanted) button.current?.focus();
  }, [isWanted]);
  const { madeMs, missing } = backup;
  const sinceWords = (): string | undefined => {
    if (missing > 0) return plural('backup_missing', missing);
    if (madeMs === undefined) return undefined;
    return words(backup.changed === 'changed' ? 'backup_changed' : 'backup_same');
  };
  return (
    <section class="setting-group" id="backup-section">
      <p>{words('backup_what')}</p>
      <SettingRow
        title={
          madeMs === undefined
            ? words(backup.earlier === 'outdated' ? 'backup_outdated' : 'backup_none')
            : words('backup_last', formats.dayAndTime(madeMs))
        }
        hint={sinceWords()}
      >
        <button
          type="button"
          ref={button}
          class={missing > 0 ? 'button button-primary' : 'button'}
          aria-disabled={busy}
          onClick={props.onBackUp}
        >
          {words('backup_now')}
        </button>
      </SettingRow>
      {props.children}
      {props.unreadable > 0 && (
        <Note look="warning">
          <p>{plural('backup_unreadable', props.unreadable)}</p>
          <SecondPress
            busy={busy}
            label={words('repair_keep')}
            question={words('repair_keep_sure')}
            onConfirmed={props.onDeleteUnreadable}
          />
        </Note>
      )}
      <SettingRow title={words('restore_have')} hint={words('settings_restore_what')}>
        <BackupFilePicker busy={busy} onFile={props.onFile} />
      </SettingRow>
    </section>
  );
}
