import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { nameOf } from '../../components/accounts/account-name.ts';
import { EditView } from '../../components/accounts/edit-view.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import { ask } from '../../lib/protocol/client.ts';
import { nameOfSite } from '../../lib/sites/index.ts';
import type { CurrentPage } from '../../lib/protocol/views.ts';
import type { CompletedAction } from './completed-action.ts';
import { QrScreen } from './qr-screen.tsx';

interface EditScreenProps {
  readonly account: AccountView;
  readonly page: CurrentPage | undefined;
  readonly onDone: (done: CompletedAction) => void;
  readonly onBack: () => void;
}

/** The QR code shows in the place of the form, which keeps what was typed meanwhile and which codes were taken. */
export function EditScreen({ page, onDone, onBack, ...props }: EditScreenProps) {
  const task = useTask();
  const [account, setAccount] = useState(props.account);
  const [shown, setShown] = useState<'form' | 'qr'>('form');
  const opener = useRef<HTMLElement | undefined>(undefined);
  useLayoutEffect(() => {
    if (shown === 'form') opener.current?.focus();
  }, [shown]);
  const showQr = (): void => {
    const { activeElement } = document;
    opener.current = activeElement instanceof HTMLElement ? activeElement : undefined;
    setShown('qr');
  };
  const ids = new Set([...account.sites, ...(page?.siteId === undefined ? [] : [page.siteId])]);
  return (
    <>
      <div hidden={shown === 'qr'}>
        <EditView
          account={account}
          sites={[...ids].map((id) => ({ id, name: nameOfSite(id) }))}
          busy={task.busy}
          errorCode={task.errorCode}
          onCode={async (counter) => {
            const code = await ask('nextCode', { id: account.id, counter });
            if (account.type === 'hotp') setAccount({ ...account, counter: counter + 1 });
            return code;
          }}
          onSave={(change) =>
            task.run(async () => {
              await ask('accountChange', { id: account.id, change });
              onDone({ words: 'codes_saved' });
            })
          }
          onBin={() =>
            task.run(async () => {
              await ask('accountBin', { id: account.id });
              const { id } = account;
              onDone({ words: 'codes_binned', name: nameOf(account), undo: { restore: id } });
            })
          }
          onQr={showQr}
          onBack={onBack}
        />
      </div>
      {shown === 'qr' && <QrScreen account={account} onBack={() => setShown('form')} />}
    </>
  );
}
