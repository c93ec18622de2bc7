import { useEffect, useState } from 'preact/hooks';
import { BinList } from '../../components/accounts/bin-list.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import { ask } from '../../lib/protocol/client.ts';

/** The bin: it restores and deletes accounts, then shows those that are left. */
export function TrashScreen() {
  const task = useTask();
  const [accounts, setAccounts] = useState<readonly AccountView[]>();
  const runAndReload = (work: () => Promise<unknown>): void =>
    task.run(async () => {
      await work();
      setAccounts(await ask('accounts', { bin: 'binned' }));
    });
  useEffect(() => runAndReload(async () => {}), []);
  return (
    <section class="form">
      {(accounts || task.errorCode) && (
        <BinList
          accounts={accounts ?? []}
          nowMs={Date.now()}
          errorCode={task.errorCode}
          onRestore={(id) => runAndReload(() => ask('accountRestore', { id }))}
          onDelete={(id) => runAndReload(() => ask('accountDelete', { id }))}
        />
      )}
    </section>
  );
}
