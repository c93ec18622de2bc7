import { useEffect, useRef, useState } from 'preact/hooks';
import type { BinnedAccount } from '../../lib/otp/account.ts';
import type { StatusText } from '../ui/note.tsx';
import { isolated } from '../ui/isolated.ts';
import { useReturn } from '../ui/use-return.ts';
import { useTask } from '../ui/use-task.ts';
import { useWords } from '../ui/words.ts';
import { nameOf } from './account-name.ts';
import type { BinListProps } from './bin-list.tsx';

interface BinRequests {
  readonly load: () => Promise<readonly BinnedAccount[]>;
  readonly restore: (id: string) => Promise<unknown>;
  readonly remove: (id: string) => Promise<unknown>;
  /** Puts an account that was restored back into the bin. */
  readonly putBack: (id: string) => Promise<unknown>;
}

/** The bin as it is now: loaded at first, and after each account that was restored, put back or deleted. */
export function useBin({ load, restore, remove, putBack }: BinRequests): BinListProps {
  const words = useWords();
  const task = useTask();
  const [accounts, setAccounts] = useState<readonly BinnedAccount[]>();
  const [status, setStatus] = useState<StatusText>({ text: '', turn: 0 });
  const [restored, setRestored] = useState<{ readonly id: string; readonly name: string }>();
  const say = (text: string): void => setStatus(({ turn }) => ({ text, turn: turn + 1 }));
  /** Grows with every change begun here: a list that was asked for before it is not shown after it. */
  const changes = useRef(0);
  const runAndReload = (work: () => Promise<unknown>): void =>
    task.run(async () => {
      changes.current += 1;
      await work();
      setAccounts(await load());
    });
  // Accounts may have been deleted or restored in the popup.
  useReturn(() => {
    const changesBefore = changes.current;
    void load().then(
      (now) => {
        if (changes.current === changesBefore) setAccounts(now);
      },
      () => undefined,
    );
  });
  const nameOfId = (id: string): string => {
    const account = accounts?.find((one) => one.id === id);
    return account ? isolated(nameOf(account)) : '';
  };
  useEffect(() => runAndReload(async () => {}), []);
  return {
    accounts,
    errorCode: task.errorCode,
    status,
    restoredId: restored?.id,
    onUndo: () =>
      runAndReload(async () => {
        if (!restored) return;
        await putBack(restored.id);
        setRestored(undefined);
        say(words('codes_binned', restored.name));
      }),
    onRestore: (id) =>
      runAndReload(async () => {
        await restore(id);
        const name = nameOfId(id);
        setRestored({ id, name });
        say(words('accounts_restored', name));
      }),
    onDelete: (id) =>
      runAndReload(async () => {
        await remove(id);
        setRestored(undefined);
        say(words('accounts_deleted', nameOfId(id)));
      }),
  };
}
