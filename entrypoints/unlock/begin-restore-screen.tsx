import { ViewHead } from '../../components/ui/view-head.tsx';
import { useWords } from '../../components/ui/words.ts';
import { PickBackup } from './pick-backup-screen.tsx';

interface BeginRestoreScreenProps {
  /** Called with the text of a file that is a backup. */
  readonly onBackup: (text: string) => void;
  readonly onBack: () => void;
}

/** The first step of a restore on a new computer: which file. */
export function BeginRestoreScreen({ onBackup, onBack }: BeginRestoreScreenProps) {
  const words = useWords();
  return (
    <main class="form">
      <ViewHead title={words('backup_restore')} onBack={onBack} />
      <p>{words('restore_begin')}</p>
      <PickBackup look="primary" label="backup_choose" onBackup={onBackup} />
    </main>
  );
}
