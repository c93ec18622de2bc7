import type { ComponentProps } from 'preact';
import { useState } from 'preact/hooks';
import { ViewHead } from '../ui/head.tsx';
import { Note } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';
import { ProofForm, type Secret } from '../unlock/open-form.tsx';
import type { UnlockAnswer } from '../unlock/use-unlock.ts';
import { nameOf } from './account-fields.ts';
import { QrPicture } from './qr-picture.tsx';

interface Qr {
  readonly size: number;
  readonly rows: readonly (readonly boolean[])[];
}

type QrAnswer =
  | Exclude<UnlockAnswer, { readonly kind: 'open' }>
  | { readonly kind: 'open'; readonly qr: Qr };

interface QrViewProps {
  readonly account: { readonly issuer: string; readonly label: string };
  readonly show: (secret: Secret) => Promise<QrAnswer>;
  /** Asks for a touch of a passkey; undefined where that cannot be done. */
  readonly touch: ComponentProps<typeof ProofForm>['touch'];
  /** Opens the same in a window, where a passkey can be touched. */
  readonly onWindow?: (() => void) | undefined;
  /** Unix time, ms. */
  readonly now: () => number;
  readonly onBack: () => void;
}

/** The account's own QR code for the phone, after a secret was given again. */
export function QrView({ account, show, touch, onWindow, now, onBack }: QrViewProps) {
  const words = useWords();
  const [qr, setQr] = useState<Qr>();
  return (
    <main class="view">
      <ViewHead title={words('accounts_qr')} onBack={onBack} />
      <p>
        <bdi>{nameOf(account)}</bdi>
      </p>
      {qr ? (
        <>
          <QrPicture {...qr} />
          <p class="hint">{words('accounts_qr_scan')}</p>
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
