import { useWords } from '../ui/words.ts';

interface BackupNoteProps {
  /** Accounts that are in no backup. */
  readonly count: number;
  readonly href: string;
}

/** The popup's quiet word about what would be lost with this computer. */
export function BackupNote({ count, href }: BackupNoteProps) {
  const words = useWords();
  return (
    <div class="here backup-note">
      <p>{words('backup_note', String(count))}</p>
      <a class="button button-small" href={href} target="_blank" rel="noopener">
        {words('backup_now')}
      </a>
    </div>
  );
}
