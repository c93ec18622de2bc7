import { useLayoutEffect, useState } from 'preact/hooks';
import { useWords } from '../../components/ui/words.ts';
import { ask } from '../../lib/protocol/client.ts';
import { makeVault } from '../../lib/protocol/lost-reply.ts';
import { BeginRestoreScreen } from './begin-restore-screen.tsx';
import { CreateVaultScreen } from './create-vault-screen.tsx';
import { PickBackup } from './pick-backup-screen.tsx';

interface AbsentVaultScreenProps {
  /** Called with the text of a backup file. */
  readonly onBackup: (text: string) => void;
  /** Called when there is a vault. */
  readonly onDone: () => void;
}

/** The first run: a new vault, or one out of a backup, with which '#restore' begins. */
export function AbsentVaultScreen({ onBackup, onDone }: AbsentVaultScreenProps) {
  const words = useWords();
  const [begin, setBegin] = useState<'create' | 'restore'>(() =>
    location.hash === '#restore' ? 'restore' : 'create',
  );
  // `autofocus` works once in a document, and the view before may have used it.
  useLayoutEffect(() => {
    document.querySelector<HTMLInputElement>('main input:not(.unseen)')?.focus();
  }, [begin]);
  if (begin === 'restore') {
    return <BeginRestoreScreen onBackup={onBackup} onBack={() => setBegin('create')} />;
  }
  return (
    <CreateVaultScreen make={(key) => makeVault(() => ask('createVault', key))} onDone={onDone}>
      <div class="form alternative">
        <p class="hint">{words('restore_have')}</p>
        <PickBackup onBackup={onBackup} />
      </div>
    </CreateVaultScreen>
  );
}
