import { useEffect, useState } from 'preact/hooks';
import { useTask } from '../../components/ui/use-task.ts';
import { WelcomeView } from '../../components/welcome/welcome-view.tsx';
import { onLockChange } from '../../lib/browser/lock-broadcast.ts';
import { ask } from '../../lib/protocol/client.ts';
import { VMS_CLOUD_START } from '../../lib/sites/vms-cloud.ts';

/** The welcome page; its buttons for a new vault go when there is one. */
export function WelcomeScreen({ first }: { readonly first: 'absent' | 'there' }) {
  const task = useTask();
  const [vault, setVault] = useState(first);
  useEffect(() => {
    const life = new AbortController();
    onLockChange(() => setVault('there'), life.signal);
    return () => life.abort();
  }, []);
  return (
    <WelcomeView
      startHref={VMS_CLOUD_START}
      vault={vault}
      errorCode={task.errorCode}
      onProtect={() => task.run(() => ask('unlockOpen', {}))}
      onRestore={() => task.run(() => ask('unlockOpen', { to: 'restore' }))}
    />
  );
}
