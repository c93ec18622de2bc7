import { TypedWord } from '../ui/typed-word.tsx';
import { useWords } from '../ui/words.ts';

interface ArchiveSectionProps {
  readonly busy: boolean;
  readonly onDelete: () => void;
}

/** What was kept of a vault that a restored one took the place of, until the user lets it go. */
export function ArchiveSection({ busy, onDelete }: ArchiveSectionProps) {
  const words = useWords();
  return (
    <section class="card">
      <h2>{words('backup_aside_title')}</h2>
      <p>{words('backup_aside_what')}</p>
      <TypedWord
        busy={busy}
        type={words('backup_aside_type', words('backup_aside_word'))}
        word={words('backup_aside_word')}
        label={words('backup_aside_delete')}
        onSure={onDelete}
      />
    </section>
  );
}
