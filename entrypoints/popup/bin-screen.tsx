import { useEffect, useState } from 'preact/hooks';
import { BinView } from '../../components/accounts/bin-view.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import { ask } from '../../lib/protocol/client.ts';

/** The bin: it restores and deletes accounts, then shows those that are left. */
export function BinScreen({ onBack }: { readonly onBack: () => void }) {
  const task = useTask();
  const [accounts, setAccounts] = useState<readonly AccountView[]>();
  const runAndReload = (work: () => Promise<unknown>): void =>
    task.run(async () => {
      await work();
      setAccounts(await ask('accounts', { bin: 'binned' }));
    });
  useEffect(() => runAndReload(async () => {}), []);
  return (
    <BinView
      accounts={accounts ?? []}
      nowMs={Date.now()}
      errorCode={task.errorCode}
      onRestore={(id) => runAndReload(() => ask('accountRestore', { id }))}
      onDelete={(id) => runAndReload(() => ask('accountDelete', { id }))}
      onBack={onBack}
    />
  );
}
