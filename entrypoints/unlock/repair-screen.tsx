import { useState } from 'preact/hooks';
import { saveBackup } from '../../components/transfer/save-backup.ts';
import { RepairView, type Trouble } from '../../components/unlock/repair-view.tsx';
import { useTask } from '../../components/ui/task.ts';
import { useWords } from '../../components/ui/words.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { VaultView } from '../../lib/protocol/views.ts';
import { ChooseScreen } from './choose-screen.tsx';

interface RepairScreenProps {
  readonly trouble: Trouble;
  readonly vault: VaultView;
  /** With the text of a backup file. */
  readonly onBackup: (text: string) => void;
  /** The vault is another one now. */
  readonly onChanged: () => void;
}

/** Repairs what the user decides to repair. */
export function RepairScreen({ trouble, vault, onBackup, onChanged }: RepairScreenProps) {
  const words = useWords();
  const task = useTask();
  const [said, setSaid] = useState('');
  const after = (work: () => Promise<unknown>): void =>
    task.run(async () => {
      await work();
      onChanged();
    });
  return (
    <RepairView
      trouble={trouble}
      quarantined={vault.quarantined}
      access={vault.access}
      busy={task.busy}
      errorCode={task.errorCode}
      said={said}
      onBackUp={() =>
        task.run(async () => {
          setSaid('');
          // It can't be noted in a vault that may only be read.
          setSaid(saveBackup(await ask('backupMake', {}), words));
        })
      }
      onKeepReadable={() => after(() => ask('repairKeepReadable', {}))}
      onAcceptOlder={() => after(() => ask('repairAcceptOlder', {}))}
      onStartOver={() => after(() => ask('repairStartOver', {}))}
    >
      <ChooseScreen look="primary" onBackup={onBackup} />
    </RepairView>
  );
}
