import type { AccountView } from '../../lib/otp/account.ts';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';
import type { Row } from '../codes/code-row.tsx';
import { FloatCode } from './float-code.tsx';

interface FloatViewProps {
  readonly rows: readonly Row[];
  readonly digits: 'shown' | 'on-focus';
  readonly copiedId: string | undefined;
  /** For a screen reader: the mark on the account says it to the others. */
  readonly status: string;
  readonly trouble: string | undefined;
  readonly onCopy: (account: AccountView) => void;
  /** Of an account by counter: its next code. */
  readonly onNext: (account: AccountView) => void;
  /** Undefined where there is no window that stays on top, or this is one. */
  readonly onTop: (() => void) | undefined;
  /** Opens the list of all accounts, in which one can be pinned. */
  readonly onPopup: () => void;
  readonly now: () => number;
}

/** One or several codes, large enough to be read beside another program. */
export function FloatView({ rows, copiedId, status, trouble, onTop, ...props }: FloatViewProps) {
  const words = useWords();
  return (
    <main class="float-view">
      <h1 class="unseen">{words('float_title')}</h1>
      {rows.length === 0 && (
        <>
          <p>{words('float_none')}</p>
          <button type="button" class="button" onClick={props.onPopup}>
            {words('settings_key_open')}
          </button>
        </>
      )}
      <ul class="float-codes">
        {rows.map((row) => (
          <FloatCode
            {...props}
            key={row.account.id}
            row={row}
            copied={row.account.id === copiedId ? 'just-now' : 'no'}
          />
        ))}
      </ul>
      <p class="unseen" role="status">
        {status}
      </p>
      <div role="alert">{trouble !== undefined && <Note look="warning">{trouble}</Note>}</div>
      {onTop && rows.length > 0 && (
        <button type="button" class="button button-quiet" onClick={onTop}>
          <Icon name="pin" />
          {words('float_on_top')}
        </button>
      )}
    </main>
  );
}
