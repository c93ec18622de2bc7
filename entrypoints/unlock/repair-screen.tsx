import { useState } from 'preact/hooks';
import { saveBackup } from '../../components/transfer/save-backup.ts';
import { RepairView, type VaultTrouble } from '../../components/unlock/repair-view.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { useLanguage } from '../../components/ui/words.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { VaultView } from '../../lib/protocol/vault-views.ts';
import { PickBackup } from './pick-backup-screen.tsx';

interface RepairScreenProps {
  readonly trouble: VaultTrouble;
  readonly vault: VaultView;
  /** Called with the text of a backup file. */
  readonly onBackup: (text: string) => void;
  /** Called when the vault has become another one. */
  readonly onChanged: () => void;
  /** Called when the user wants to unlock an older vault after all. */
  readonly onUnlock: () => void;
}

/** Repairs what the user decides to repair. */
export function RepairScreen({ trouble, vault, onBackup, onChanged, onUnlock }: RepairScreenProps) {
  const language = useLanguage();
  const task = useTask();
  const [statusText, setStatusText] = useState('');
  const after = (work: () => Promise<unknown>): void =>
    task.run(async () => {
      await work();
      onChanged();
    });
  const lookAgain = (): void =>
    task.run(async () => {
      setStatusText('');
      const now = await ask('vaultState', {});
      if (now.state !== vault.state) onChanged();
      else setStatusText(language.words('repair_again_same'));
    });
  return (
    <RepairView
      trouble={trouble}
      quarantined={vault.quarantined}
      access={vault.access}
      busy={task.busy}
      errorCode={task.errorCode}
      statusText={statusText}
      onUnlock={trouble === 'damaged' ? lookAgain : onUnlock}
      onBackUp={() =>
        task.run(async () => {
          setStatusText('');
          // A vault that may only be read cannot note that it was backed up.
          setStatusText(saveBackup(await ask('backupMake', {}), language));
        })
      }
      onKeepReadable={() => after(() => ask('repairKeepReadable', {}))}
      onAcceptOlder={() => after(() => ask('repairAcceptOlder', {}))}
      onStartOver={() => after(() => ask('repairStartOver', {}))}
    >
      <PickBackup look="primary" onBackup={onBackup} />
    </RepairView>
  );
}
