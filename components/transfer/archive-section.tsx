import { TypedConfirmation } from '../ui/typed-confirmation.tsx';
import { useWords } from '../ui/words.ts';

interface ArchiveSectionProps {
  readonly busy: boolean;
  readonly onDelete: () => void;
}

/** Deletes the archive: what was kept of a vault when a restored or empty one took its place. */
export function ArchiveSection({ busy, onDelete }: ArchiveSectionProps) {
  const words = useWords();
  return (
    <section class="card">
      <h2>{words('backup_aside_title')}</h2>
      <p>{words('backup_aside_what')}</p>
      <TypedConfirmation
        busy={busy}
        instruction={words('backup_aside_type', words('backup_aside_word'))}
        word={words('backup_aside_word')}
        label={words('backup_aside_delete')}
        onConfirmed={onDelete}
      />
    </section>
  );
}
