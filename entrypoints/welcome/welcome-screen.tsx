import { useEffect, useState } from 'preact/hooks';
import { useReturn } from '../../components/ui/use-return.ts';
import { useTask } from '../../components/ui/use-task.ts';
import { WelcomeView, type WelcomeVault } from '../../components/welcome/welcome-view.tsx';
import { onLockChange } from '../../lib/browser/lock-broadcast.ts';
import { ask } from '../../lib/protocol/client.ts';
import { VMS_CLOUD_START } from '../../lib/sites/vms-cloud.ts';

/** What this page tells of the vault. One that cannot be asked about keeps nobody from reading the page. */
export async function readVault(): Promise<WelcomeVault> {
  try {
    const { state } = await ask('vaultState', {});
    if (state === 'absent' || state === 'locked') return { kind: state };
    if (state !== 'open') return { kind: 'unknown' };
    const accounts = await ask('accounts', { bin: 'live' });
    return { kind: 'open', accounts: accounts.length };
  } catch {
    return { kind: 'unknown' };
  }
}

/** The welcome page; where there is a vault, it says so in place of the buttons for a new one. */
export function WelcomeScreen({ first }: { readonly first: WelcomeVault }) {
  const task = useTask();
  const [vault, setVault] = useState(first);
  const look = (): void => void readVault().then(setVault);
  useEffect(() => {
    const life = new AbortController();
    onLockChange(look, life.signal);
    return () => life.abort();
  }, []);
  // Accounts may have been saved meanwhile.
  useReturn(look);
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
