import type { ComponentProps } from 'preact';
import { useState } from 'preact/hooks';
import type { UnlockAnswer, UnlockSecret } from '../../lib/protocol/vault-views.ts';
import type { QrModules } from '../../lib/protocol/views.ts';
import { GuideLink } from '../guide/guide-link.tsx';
import { ViewHead } from '../ui/view-head.tsx';
import { Note } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';
import { ProofForm } from '../unlock/proof-form.tsx';
import { nameOf } from './account-name.ts';
import { QrPicture } from './qr-picture.tsx';

type QrAnswer =
  | Exclude<UnlockAnswer, { readonly kind: 'open' }>
  | { readonly kind: 'open'; readonly qr: QrModules };

interface QrViewProps {
  readonly account: { readonly issuer: string; readonly label: string };
  readonly show: (secret: UnlockSecret) => Promise<QrAnswer>;
  /** Asks for a touch of a passkey; undefined where no passkey can be used. */
  readonly touch: ComponentProps<typeof ProofForm>['touch'];
  /** Opens the same view in a window of its own, where a passkey can be touched. */
  readonly onWindow?: (() => void) | undefined;
  /** Unix time, ms. */
  readonly now: () => number;
  readonly onBack: () => void;
}

/** The account's own QR code, for a phone to scan; the user proves again who it is before it shows. */
export function QrView({ account, show, touch, onWindow, now, onBack }: QrViewProps) {
  const words = useWords();
  const [qr, setQr] = useState<QrModules>();
  return (
    <main class="view">
      <ViewHead title={words('accounts_qr')} onBack={onBack} />
      <p>
        <bdi>{nameOf(account)}</bdi>
      </p>
      {qr ? (
        <>
          <QrPicture {...qr} />
          <ol class="qr-steps">
            <li>{words('accounts_qr_scan')}</li>
            <li>{words('accounts_qr_compare')}</li>
            <li>{words('accounts_qr_vigi')}</li>
          </ol>
          <GuideLink topic="new-phone" />
        </>
      ) : (
        <>
          <Note look="warning">
            <p>{words('accounts_qr_warning')}</p>
          </Note>
          <ProofForm
            unlock={async (secret) => {
              const answer = await show(secret);
              if (answer.kind === 'open') setQr(answer.qr);
              return answer;
            }}
            touch={touch}
            now={now}
            onOpen={() => {}}
            submitLabel={words('accounts_qr_show')}
          />
          {onWindow && (
            <button type="button" class="button button-quiet" onClick={onWindow}>
              {words('accounts_qr_window')}
            </button>
          )}
        </>
      )}
    </main>
  );
}
