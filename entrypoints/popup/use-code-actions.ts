import { useState } from 'preact/hooks';
import { nameOf } from '../../components/accounts/account-name.ts';
import type { StatusText } from '../../components/ui/note.tsx';
import { useArmed } from '../../components/ui/use-armed.ts';
import { useLanguage } from '../../components/ui/words.ts';
import { errorCodeOf } from '../../lib/errors.ts';
import type { MessageKey } from '../../lib/language/messages.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { PopupView } from '../../lib/protocol/views.ts';
import type { CompletedAction } from './completed-action.ts';
import { copyForAWhile } from '../../lib/protocol/copy-for-a-while.ts';
import { readFloatPlace } from '../../lib/browser/float-place.ts';
import { useJustCopied } from '../../components/codes/use-just-copied.ts';
import type { RowCodes } from '../../components/codes/use-row-codes.ts';

interface CodeActionsProps {
  readonly view: PopupView;
  readonly find: (id: string) => AccountView | undefined;
  readonly codes: Pick<RowCodes, 'findCode' | 'takeNext'>;
  /** Called when what is shown no longer holds, because the vault was locked meanwhile. */
  readonly onStale: () => void;
  /** Called when the list has changed, with what was done. */
  readonly onDone: (done: CompletedAction) => void;
}

export interface CodeActions {
  readonly status: StatusText;
  readonly copiedId: string | undefined;
  /** Does some work, and says what it gives, or why it failed. */
  readonly attempt: (work: () => Promise<string>) => void;
  readonly onCopy: (id: string) => void;
  readonly onFill: (id: string) => void;
  readonly onNext: (id: string) => void;
  readonly onPin: (id: string) => void;
  readonly onBin: (id: string) => void;
  readonly onFloat: (id: string) => void;
  readonly onLock: () => void;
}

/** Fills the code into the page, and says where that cannot be. */
async function fill(
  { page }: PopupView,
  id: string,
  words: ReturnType<typeof useLanguage>['words'],
): Promise<string> {
  if (page?.siteId === undefined) return words('codes_fill_no_site');
  const { outcome } = await ask('fillTab', { tabId: page.tabId, id });
  if (outcome === 'no-prompt') return words('codes_fill_no_prompt');
  window.close();
  return words('codes_filled');
}

/** That it was done, as these words say it with the account's name. */
function doneWith(account: AccountView | undefined, words: MessageKey): CompletedAction {
  return { words, name: account && nameOf(account) };
}

/** What the popup does with an account, and what it says of it. */
export function useCodeActions(props: CodeActionsProps): CodeActions {
  const { view, find, codes, onDone } = props;
  const armed = useArmed();
  const { words, errorWords } = useLanguage();
  const [status, setStatus] = useState<StatusText>({ text: '', turn: 0 });
  const say = (text: string): void => setStatus(({ turn }) => ({ text, turn: turn + 1 }));
  const { copiedId, noteCopied } = useJustCopied();
  const attempt = (work: () => Promise<string>): void => {
    void work().then(say, (thrown: unknown) => say(errorWords(errorCodeOf(thrown))));
  };
  /** The popup came up by itself: a second click on the browser's question must release nothing. */
  const attemptArmed: typeof attempt = (work) => {
    if (!view.granted || armed === 'armed') attempt(work);
  };
  return {
    status,
    copiedId,
    attempt,
    onNext: (id) =>
      attemptArmed(async () => codes.takeNext(id).then(() => words('codes_next_shown'))),
    onCopy: (id) =>
      attemptArmed(async () => {
        const account = find(id);
        const code = account && (await codes.findCode(account));
        if (!code) return errorWords('account-unknown');
        if (!(await copyForAWhile(code.digits))) return words('codes_copy_failed');
        noteCopied(id);
        // Not awaited: it only decides about the order of the next list.
        void ask('accountUsed', { id }).catch(() => undefined);
        return words('codes_copied');
      }),
    onFill: (id) => attemptArmed(() => fill(view, id, words)),
    onPin: (id) =>
      attempt(async () => {
        const pinned = find(id)?.pinned === 'pinned' ? 'unpinned' : 'pinned';
        await ask('accountChange', { id, change: { pinned } });
        onDone(doneWith(find(id), pinned === 'pinned' ? 'codes_pinned' : 'codes_unpinned'));
        return '';
      }),
    onBin: (id) =>
      attempt(async () => {
        await ask('accountBin', { id });
        onDone({ ...doneWith(find(id), 'codes_binned'), undo: { restore: id } });
        return '';
      }),
    onFloat: (id) =>
      attempt(async () => {
        await ask('floatOpen', { id, ...readFloatPlace(localStorage) });
        window.close();
        return '';
      }),
    onLock: () =>
      attempt(async () => {
        await ask('lock', {});
        props.onStale();
        return '';
      }),
  };
}
