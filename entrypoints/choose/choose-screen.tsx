import { useEffect, useState } from 'preact/hooks';
import { ChooseView } from '../../components/codes/choose-view.tsx';
import { inOrder } from '../../components/codes/order.ts';
import { ErrorNote } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/task.ts';
import { onTabLoading } from '../../lib/browser/tabs.ts';
import { errorCodeOf } from '../../lib/errors.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { PickerView } from '../../lib/protocol/views.ts';

/** Some desktops take the focus for a moment while they put a new window in its place. */
const FOCUS_MS = 200;

/** The window at the field: fills what is chosen, and ends with its prompt or when the user turns away. */
export function ChooseScreen({ view }: { readonly view: PickerView }) {
  const task = useTask();
  const [others, setOthers] = useState<readonly AccountView[]>();
  useEffect(() => {
    const life = new AbortController();
    // The page may be left without a word: whatever its tab loads, it is asked for.
    const look = (): void => void ask('pickerView', {}).catch(() => window.close());
    onTabLoading(view.tabId, look, life.signal);
    const onBlur = (): void => {
      setTimeout(() => document.hasFocus() || window.close(), FOCUS_MS);
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
      setOthers(inOrder(rest, []));
    });
  return (
    <ChooseView
      host={view.host}
      accounts={others ? [...view.accounts, ...others] : view.accounts}
      onAll={others || view.others === 0 ? undefined : showAll}
      onChoose={choose}
      onLeave={() => void ask('closePicker', {}).catch(() => window.close())}
    >
      <ErrorNote code={task.errorCode} />
    </ChooseView>
  );
}
