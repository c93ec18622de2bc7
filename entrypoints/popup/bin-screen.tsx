import { useEffect, useState } from 'preact/hooks';
import { BinView } from '../../components/accounts/bin-view.tsx';
import { useTask } from '../../components/ui/task.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import { ask } from '../../lib/protocol/client.ts';

/** The bin: restores and deletes, then shows what is left. */
export function BinScreen({ onBack }: { readonly onBack: () => void }) {
  const task = useTask();
  const [accounts, setAccounts] = useState<readonly AccountView[]>();
  const then = (work: () => Promise<unknown>): void =>
    task.run(async () => {
      await work();
      setAccounts(await ask('accounts', { bin: 'binned' }));
    });
  useEffect(() => then(async () => {}), []);
  return (
    <BinView
      accounts={accounts ?? []}
      nowMs={Date.now()}
      errorCode={task.errorCode}
      onRestore={(id) => then(() => ask('accountRestore', { id }))}
      onDelete={(id) => then(() => ask('accountDelete', { id }))}
      onBack={onBack}
    />
  );
}
