import { useEffect, useState } from 'preact/hooks';
import type { AccountView } from '../../lib/otp/account.ts';
import { useTask } from '../ui/use-task.ts';
import type { BinListProps } from './bin-list.tsx';

interface BinRequests {
  readonly load: () => Promise<readonly AccountView[]>;
  readonly restore: (id: string) => Promise<unknown>;
  readonly remove: (id: string) => Promise<unknown>;
}

/** The bin as it is now: loaded at first, and after each account that was restored or deleted. */
export function useBin({ load, restore, remove }: BinRequests): BinListProps {
  const task = useTask();
  const [accounts, setAccounts] = useState<readonly AccountView[]>();
  const runAndReload = (work: () => Promise<unknown>): void =>
    task.run(async () => {
      await work();
      setAccounts(await load());
    });
  useEffect(() => runAndReload(async () => {}), []);
  return {
    accounts,
    nowMs: Date.now(),
    errorCode: task.errorCode,
    onRestore: (id) => runAndReload(() => restore(id)),
    onDelete: (id) => runAndReload(() => remove(id)),
  };
}
