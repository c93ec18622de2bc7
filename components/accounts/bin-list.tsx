import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import type { BinnedAccount } from '../../lib/otp/account.ts';
import { ArmedButton } from '../ui/armed-button.tsx';
import { ErrorNote, Status, type StatusText } from '../ui/note.tsx';
import { onEscape } from '../ui/on-escape.ts';
import { useHandedFocus } from '../ui/use-handed-focus.ts';
import { useLanguage } from '../ui/words.ts';
import { nameOf } from './account-name.ts';

export interface BinListProps {
  /** Undefined until they are loaded. */
  readonly accounts: readonly BinnedAccount[] | undefined;
  readonly errorCode: ErrorCode | undefined;
  readonly onRestore: (id: string) => void;
  readonly onDelete: (id: string) => void;
  /** What was done last. */
  readonly status: StatusText;
  /** The account that was restored last, and can be put back. */
  readonly restoredId: string | undefined;
  /** Puts it back. */
  readonly onUndo: () => void;
}

interface BinCardProps {
  readonly account: BinnedAccount;
  readonly onRestore: () => void;
  readonly onDelete: () => void;
}

/** One account in the bin: it can be restored, or deleted for good after a second press on an armed button. */
function BinCard({ account, onRestore, onDelete }: BinCardProps) {
  const { words, plural } = useLanguage();
  const [isDeleting, setIsDeleting] = useState(false);
  const shown = useHandedFocus<HTMLButtonElement>(isDeleting);
  const question = useId();
  const name = nameOf(account);
  return (
    <li class="card">
      <p>
        <bdi>{name}</bdi>
      </p>
      <p class="hint">{plural('accounts_bin_days', account.daysLeft)}</p>
      {isDeleting ? (
        <div class="actions" onKeyDown={onEscape(() => setIsDeleting(false))}>
          <p id={question}>{words('accounts_delete_sure')}</p>
          <ArmedButton look="danger" onClick={onDelete}>
            {words('accounts_delete_yes')}
          </ArmedButton>
          <button
            ref={shown}
            type="button"
            class="button"
            aria-describedby={question}
            onClick={() => setIsDeleting(false)}
          >
            {words('ui_cancel')}
          </button>
        </div>
      ) : (
        <div class="actions">
          <button
            type="button"
            class="button"
            aria-label={words('accounts_restore_name', name)}
            onClick={onRestore}
          >
            {words('accounts_restore')}
          </button>
          <button
            ref={shown}
            type="button"
            class="button button-quiet"
            aria-label={words('accounts_delete_name', name)}
            onClick={() => setIsDeleting(true)}
          >
            {words('accounts_delete')}
          </button>
        </div>
      )}
    </li>
  );
}

/** The accounts in the bin. When one leaves it, the focus goes to the next one, and to one that comes back. */
export function BinList(props: BinListProps) {
  const { accounts, errorCode, restoredId, onRestore, onDelete, onUndo } = props;
  const { words } = useLanguage();
  const hint = useRef<HTMLParagraphElement>(null);
  const list = useRef<HTMLUListElement>(null);
  /** Where the focus goes in the next list: to a place in it, or to an account. */
  const goesTo = useRef<number | string | undefined>(undefined);
  useLayoutEffect(() => {
    const to = goesTo.current;
    if (to === undefined || !accounts) return;
    const index = typeof to === 'number' ? to : accounts.findIndex(({ id }) => id === to);
    const next = list.current?.children[index] ?? list.current?.lastElementChild;
    goesTo.current = undefined;
    (next?.querySelector('button') ?? hint.current)?.focus();
  }, [accounts]);
  return (
    <>
      <p ref={hint} class="hint" tabIndex={-1}>
        {words('accounts_bin_hint')}
      </p>
      <ErrorNote code={errorCode} />
      {accounts?.length === 0 && <p class="quiet">{words('accounts_bin_empty')}</p>}
      <ul ref={list} class="plain-list">
        {accounts?.map((account, index) => {
          const leave = (act: (id: string) => void) => (): void => {
            goesTo.current = index;
            act(account.id);
          };
          return (
            <BinCard
              key={account.id}
              account={account}
              onRestore={leave(onRestore)}
              onDelete={leave(onDelete)}
            />
          );
        })}
      </ul>
      <div class="bin-status">
        <Status {...props.status}>
          {restoredId !== undefined && (
            <button
              type="button"
              class="button button-small"
              onClick={() => {
                goesTo.current = restoredId;
                onUndo();
              }}
            >
              {words('ui_undo')}
            </button>
          )}
        </Status>
      </div>
    </>
  );
}
