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
  /** Unix time, ms. */
  readonly now: () => number;
  readonly onBack: () => void;
}

/** The account's own QR code for the phone, after a secret was typed again. */
export function QrView({ account, show, now, onBack }: QrViewProps) {
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
            touch={undefined}
            now={now}
            onOpen={() => {}}
            submitLabel={words('accounts_qr_show')}
          />
        </>
      )}
    </main>
  );
}
