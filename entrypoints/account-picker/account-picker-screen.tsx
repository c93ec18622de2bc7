import { useEffect, useState } from 'preact/hooks';
import { AccountPickerView } from '../../components/codes/account-picker-view.tsx';
import { sortAccounts } from '../../lib/otp/account-order.ts';
import { ErrorNote } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { onTabLoading } from '../../lib/browser/tabs.ts';
import { errorCodeOf } from '../../lib/errors.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { PickerView } from '../../lib/protocol/views.ts';

/** Some desktops take the focus for a moment, less than this many ms, while they place a new window. */
const FOCUS_LOSS_MS = 200;

/** The window at a code field. It fills the account that is picked, and closes with its prompt or its focus. */
export function AccountPickerScreen({ view }: { readonly view: PickerView }) {
  const task = useTask();
  const [others, setOthers] = useState<readonly AccountView[]>();
  useEffect(() => {
    const life = new AbortController();
    // A page can be left without a message: whenever its tab loads, the background is asked if the prompt still waits.
    const checkPrompt = (): void => void ask('pickerView', {}).catch(() => window.close());
    onTabLoading(view.tabId, checkPrompt, life.signal);
    const onBlur = (): void => {
      setTimeout(() => document.hasFocus() || window.close(), FOCUS_LOSS_MS);
    };
    window.addEventListener('blur', onBlur, { signal: life.signal });
    return () => life.abort();
  }, [view]);

  const choose = (id: string): void =>
    task.run(async () => {
      try {
        await ask('pickAccount', { promptId: view.promptId, id });
      } catch (thrown) {
        const code = errorCodeOf(thrown);
        if (code !== 'prompt-gone' && code !== 'vault-locked') throw thrown;
        window.close();
      }
    });
  const showAll = (): void =>
    task.run(async () => {
      const all = await ask('accounts', { bin: 'live' });
      const shown = new Set(view.accounts.map(({ id }) => id));
      const rest = all.filter(({ id }) => !shown.has(id));
      setOthers(sortAccounts(rest, []));
    });
  return (
    <AccountPickerView
      host={view.host}
      accounts={others ? [...view.accounts, ...others] : view.accounts}
      onAll={others || view.others === 0 ? undefined : showAll}
      onChoose={choose}
      onLeave={() => void ask('closePicker', {}).catch(() => window.close())}
    >
      <ErrorNote code={task.errorCode} />
    </AccountPickerView>
  );
}
