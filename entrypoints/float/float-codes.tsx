import { useEffect, useState } from 'preact/hooks';
import { FloatView } from '../../components/float/float-view.tsx';
import { readPreferences } from '../../components/codes/popup-preferences.ts';
import { useLanguage } from '../../components/ui/words.ts';
import { errorCodeOf } from '../../lib/errors.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import { ask } from '../../lib/protocol/client.ts';
import { CODE_SOURCE } from '../../lib/protocol/code-source.ts';
import type { AccountRow } from '../../lib/protocol/views.ts';
import { copyForAWhile } from '../../lib/protocol/copy-for-a-while.ts';
import { useJustCopied } from '../../components/codes/use-just-copied.ts';
import { useRowCodes } from '../../components/codes/use-row-codes.ts';
import { moveToOwnWindow } from '../../lib/browser/own-window.ts';

interface FloatCodesProps {
  readonly rows: readonly AccountRow[];
  /** The window they are drawn in: this one, or the one on top. */
  readonly shownIn: Window;
  readonly onTop: (() => void) | undefined;
}

/** The same function for every render: a new one would start the codes' timer anew. */
const closePage = (): void => window.close();

/** The codes of the float window, kept up to date and copied by a press. */
export function FloatCodes({ rows, shownIn, onTop }: FloatCodesProps) {
  const { words, errorWords } = useLanguage();
  const { rowOf, watch, findCode, takeNext } = useRowCodes({
    source: CODE_SOURCE,
    first: rows,
    onLost: closePage,
    shownIn,
  });
  const [status, setStatus] = useState('');
  const [trouble, setTrouble] = useState<string>();
  const { copiedId, noteCopied } = useJustCopied();
  const ids = rows.map(({ account }) => account.id);
  useEffect(() => watch(ids), [watch]);

  /** Does some work, which gives what keeps it from being done. */
  const attempt = (work: () => Promise<string | undefined>): void => {
    setStatus('');
    void work().then(setTrouble, (thrown: unknown) => setTrouble(errorWords(errorCodeOf(thrown))));
  };
  const copy = async (account: AccountView): Promise<string | undefined> => {
    const code = await findCode(account);
    if (!code) return errorWords('account-unknown');
    if (!(await copyForAWhile(code.digits, shownIn))) return words('codes_copy_failed');
    noteCopied(account.id);
    setStatus(words('codes_copied'));
    // Not awaited: it only decides about the order of the next list.
    void ask('accountUsed', { id: account.id }).catch(() => undefined);
    return undefined;
  };
  return (
    <FloatView
      rows={rows.map(({ account }) => rowOf(account))}
      digits={readPreferences(localStorage).digits}
      copiedId={copiedId}
      status={status}
      trouble={trouble}
      onCopy={(account) => attempt(() => copy(account))}
      onNext={(account) => attempt(() => takeNext(account.id).then(() => undefined))}
      onTop={onTop}
      onPopup={moveToOwnWindow}
      now={Date.now}
    />
  );
}
