import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import type { ScanView } from '../../lib/protocol/views.ts';
import { ArmedButton } from '../ui/armed-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ViewHead } from '../ui/view-head.tsx';
import { ErrorNote, Note } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';

export interface ReviewSave {
  readonly issuer: string;
  readonly label: string;
  readonly duplicate?: 'replace' | 'keep-both';
}

interface ReviewScanViewProps {
  readonly scan: ScanView;
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  readonly onSave: (save: ReviewSave) => void;
  readonly onBack: () => void;
}

/** Which account it is, and what it belongs to: nothing is replaced that was not named. */
function KnownAccount({ known }: { readonly known: NonNullable<ScanView['known']> }) {
  return (
    <>
      <p>
        <strong dir="auto">
          {[known.issuer, known.label].filter((part) => part !== '').join(' · ')}
        </strong>
      </p>
      {known.sites.map((site) => (
        <p key={site} dir="auto">
          {site}
        </p>
      ))}
    </>
  );
}

/** The step that ends every way to add an account: what will be saved, and under which name. */
export function ReviewScanView({ scan, busy, errorCode, onSave, onBack }: ReviewScanViewProps) {
  const words = useWords();
  const [issuer, setIssuer] = useState(scan.issuer);
  const [label, setLabel] = useState(scan.label);
  // Only saving tells that another account already has the name the user typed here.
  const duplicate = errorCode === 'account-duplicate' ? 'same-name' : scan.duplicate;
  const unusual = scan.algorithm !== 'SHA-1' || scan.digits !== 6 || scan.periodSeconds !== 30;
  return (
    <main class="view">
      <ViewHead title={words('accounts_review_title')} onBack={onBack} />
      <div class="form">
        {duplicate !== 'none' && (
          <Note look="warning">
            <p>
              {duplicate === 'same-secret'
                ? words('accounts_same_secret')
                : words('accounts_same_name')}
            </p>
            {scan.known && <KnownAccount known={scan.known} />}
          </Note>
        )}
        <TextField label={words('accounts_issuer')} value={issuer} onValue={setIssuer} dir="auto" />
        <TextField
          label={words('accounts_label')}
          value={label}
          onValue={setLabel}
          dir="auto"
          hint={words('accounts_label_hint')}
        />
        {unusual && (
          <p class="hint">
            {words(
              'accounts_parameters',
              scan.algorithm,
              String(scan.digits),
              String(scan.periodSeconds),
            )}
          </p>
        )}
        {scan.alphabets === 'mixed' && (
          <Note look="warning">
            <p>{words('accounts_mixed_alphabets')}</p>
          </Note>
        )}
        {scan.secretStrength === 'short' && (
          <Note>
            <p>{words('accounts_short_secret')}</p>
          </Note>
        )}
        {errorCode !== 'account-duplicate' && <ErrorNote code={errorCode} />}
        <div class="actions">
          {duplicate === 'none' ? (
            <ArmedButton look="primary" busy={busy} onClick={() => onSave({ issuer, label })}>
              {words('accounts_save')}
            </ArmedButton>
          ) : (
            <>
              <ArmedButton
                look="primary"
                busy={busy}
                onClick={() => onSave({ issuer, label, duplicate: 'replace' })}
              >
                {words('accounts_replace')}
              </ArmedButton>
              <ArmedButton
                busy={busy}
                onClick={() => onSave({ issuer, label, duplicate: 'keep-both' })}
              >
                {words('accounts_keep_both')}
              </ArmedButton>
            </>
          )}
          <button type="button" class="button button-quiet" onClick={onBack}>
            {words('ui_cancel')}
          </button>
        </div>
      </div>
    </main>
  );
}
