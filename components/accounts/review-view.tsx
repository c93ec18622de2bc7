import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import type { Algorithm } from '../../lib/otp/account.ts';
import { ArmedButton } from '../ui/armed-button.tsx';
import { Field } from '../ui/field.tsx';
import { ViewHead } from '../ui/head.tsx';
import { ErrorNote, Note } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';

/** An account found but not yet saved. */
export interface Review {
  readonly scanId: string;
  readonly issuer: string;
  readonly label: string;
  readonly algorithm: Algorithm;
  readonly digits: number;
  readonly periodSeconds: number;
  readonly duplicate: 'none' | 'same-name' | 'same-secret';
  readonly secretStrength: 'ordinary' | 'short';
}

export interface ReviewSave {
  readonly issuer: string;
  readonly label: string;
  readonly duplicate?: 'replace' | 'keep-both';
}

interface ReviewViewProps {
  readonly review: Review;
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  readonly onSave: (save: ReviewSave) => void;
  readonly onBack: () => void;
}

/** The one step every way in ends with: what will be saved, under which name. */
export function ReviewView({ review, busy, errorCode, onSave, onBack }: ReviewViewProps) {
  const words = useWords();
  const [issuer, setIssuer] = useState(review.issuer);
  const [label, setLabel] = useState(review.label);
  // Under the name the user gave it there is one already: known only when it is to be saved.
  const duplicate = errorCode === 'account-duplicate' ? 'same-name' : review.duplicate;
  const unusual =
    review.algorithm !== 'SHA-1' || review.digits !== 6 || review.periodSeconds !== 30;
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
          </Note>
        )}
        <Field label={words('accounts_issuer')} value={issuer} onValue={setIssuer} dir="auto" />
        <Field
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
              review.algorithm,
              String(review.digits),
              String(review.periodSeconds),
            )}
          </p>
        )}
        {review.secretStrength === 'short' && (
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
