import { useLanguage } from '../ui/words.ts';

interface BackupNoteProps {
  /** How many accounts are in no backup. */
  readonly count: number;
  readonly href: string;
}

/** Reminds the user, in the popup, how many accounts would be lost with this computer. */
export function BackupNote({ count, href }: BackupNoteProps) {
  const { words, plural } = useLanguage();
  return (
    <div class="here backup-note">
      <p>{plural('backup_note', count)}</p>
      <a class="button button-small" href={href} target="_blank" rel="noopener">
        {words('backup_now')}
      </a>
    </div>
  );
}
