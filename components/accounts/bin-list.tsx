import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import { BIN_DAYS } from '../../lib/limits.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import { ArmedButton } from '../ui/armed-button.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useLanguage } from '../ui/words.ts';
import { nameOf } from './account-name.ts';

const DAY_MS = 86_400_000;

export interface BinListProps {
  /** Undefined until they are loaded. */
  readonly accounts: readonly AccountView[] | undefined;
  /** Unix time, ms. */
  readonly nowMs: number;
  readonly errorCode: ErrorCode | undefined;
  readonly onRestore: (id: string) => void;
  readonly onDelete: (id: string) => void;
}

/** The accounts in the bin: each can be restored, or deleted for good after a second press on an armed button. */
export function BinList(props: BinListProps) {
  const { words, plural } = useLanguage();
  const [deletingId, setDeletingId] = useState<string>();
  return (
    <>
      <p class="hint">{words('accounts_bin_hint')}</p>
      <ErrorNote code={props.errorCode} />
      {props.accounts?.length === 0 && <p class="quiet">{words('accounts_bin_empty')}</p>}
      <ul class="plain-list">
        {props.accounts?.map((account) => {
          const ageDays = Math.floor((props.nowMs - (account.binnedMs ?? props.nowMs)) / DAY_MS);
          const name = nameOf(account);
          return (
            <li class="card" key={account.id}>
              <p>
                <bdi>{name}</bdi>
              </p>
              <p class="hint">{plural('accounts_bin_days', Math.max(0, BIN_DAYS - ageDays))}</p>
              {deletingId === account.id ? (
                <div class="actions">
                  <p>{words('accounts_delete_sure')}</p>
                  <ArmedButton look="danger" onClick={() => props.onDelete(account.id)}>
                    {words('accounts_delete_yes')}
                  </ArmedButton>
                  <button type="button" class="button" onClick={() => setDeletingId(undefined)}>
                    {words('ui_cancel')}
                  </button>
                </div>
              ) : (
                <div class="actions">
                  <button
                    type="button"
                    class="button"
                    aria-label={words('accounts_restore_name', name)}
                    onClick={() => props.onRestore(account.id)}
                  >
                    {words('accounts_restore')}
                  </button>
                  <button
                    type="button"
                    class="button button-quiet"
                    aria-label={words('accounts_delete_name', name)}
                    onClick={() => setDeletingId(account.id)}
                  >
                    {words('accounts_delete')}
                  </button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
