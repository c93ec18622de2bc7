import { useEffect, useState } from 'preact/hooks';
import { nameOf } from '../../components/accounts/account-name.ts';
import { HealthSection } from '../../components/settings/health-section.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import type { HealthView } from '../../lib/protocol/health-view.ts';
import { ask } from '../../lib/protocol/client.ts';

interface HealthScreenProps {
  readonly health: HealthView;
  /** Called when something was mended. */
  readonly onChanged: () => Promise<void>;
}

/** How safe the accounts are, and what can be mended here. */
export function HealthScreen({ health, onChanged }: HealthScreenProps) {
  const task = useTask();
  const [unconfirmed, setUnconfirmed] = useState<readonly string[]>([]);
  useEffect(() => {
    void ask('accounts', { bin: 'live' }).then(
      (accounts) =>
        setUnconfirmed(accounts.filter(({ status }) => status === 'unconfirmed').map(nameOf)),
      // Locked meanwhile: the page shows that by itself.
      () => undefined,
    );
  }, [health]);
  const after = (work: () => Promise<unknown>): void =>
    task.run(async () => {
      await work();
      await onChanged();
    });
  return (
    <HealthSection
      lines={health.lines}
      unconfirmed={unconfirmed}
      busy={task.busy}
      errorCode={task.errorCode}
      onUseClock={(siteId, aheadMs) =>
        after(() => ask('siteChange', { siteId, change: { clockOffsetMs: Math.round(aheadMs) } }))
      }
      onFilesDeleted={() => after(() => ask('healthNote', { files: 'deleted' }))}
    />
  );
}
