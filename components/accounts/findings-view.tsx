import type { ErrorCode } from '../../lib/errors.ts';
import { ViewHead } from '../ui/head.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useLanguage, type MessageKey } from '../ui/words.ts';
import { nameOf } from './account-fields.ts';
import type { Review } from './review-view.tsx';

export type FindingKind =
  | 'otpauth'
  | 'hotp'
  | 'migration'
  | 'steam'
  | 'wifi'
  | 'link'
  | 'contact'
  | 'vigi-device'
  | 'text'
  | 'refused';

/** One QR of a scan: an account to review, or what else it is. */
export interface Finding {
  readonly kind: FindingKind;
  readonly review?: Review;
  readonly code?: ErrorCode;
  /** Of a refused account of an export: which one it is. */
  readonly named?: { readonly issuer: string; readonly label: string };
  /** Of an export in several QRs: the numbers, from 1, of those not scanned yet. */
  readonly missing?: readonly number[];
  /** How many QRs that export has in all. */
  readonly batchSize?: number;
}

const KIND_WORDS: Readonly<Record<FindingKind, MessageKey>> = {
  otpauth: 'accounts_finding_otpauth',
  hotp: 'accounts_finding_hotp',
  migration: 'accounts_finding_migration',
  steam: 'accounts_finding_steam',
  wifi: 'accounts_finding_wifi',
  link: 'accounts_finding_link',
  contact: 'accounts_finding_contact',
  'vigi-device': 'accounts_finding_vigi_device',
  text: 'accounts_finding_text',
  refused: 'accounts_finding_refused',
};

const DUPLICATE_WORDS: Readonly<Record<Exclude<Review['duplicate'], 'none'>, MessageKey>> = {
  'same-name': 'accounts_finding_same_name',
  'same-secret': 'accounts_finding_same_secret',
};

interface FindingsViewProps {
  readonly findings: readonly Finding[];
  /** Of a further scan that found nothing. */
  readonly errorCode?: ErrorCode | undefined;
  readonly onReview: (review: Review) => void;
  readonly onAgain: () => void;
  readonly onBack: () => void;
}

/** Every QR the scan found, each named for what it is; only set-up codes can be chosen. */
export function FindingsView(props: FindingsViewProps) {
  const { findings, errorCode, onReview, onAgain, onBack } = props;
  const { words, errorWords } = useLanguage();
  return (
    <main class="view">
      <ViewHead title={words('accounts_findings')} onBack={onBack} />
      <ErrorNote code={errorCode} />
      {findings.length === 0 ? (
        <p>{errorWords('qr-not-found')}</p>
      ) : (
        <ul class="plain-list">
          {findings.map((finding, index) => {
            const { review, named } = finding;
            return (
              <li class="card" key={index}>
                <p>{words(KIND_WORDS[finding.kind])}</p>
                {named && nameOf(named) !== '' && (
                  <p>
                    <bdi>{nameOf(named)}</bdi>
                  </p>
                )}
                {finding.missing && (
                  <p class="hint">
                    {words(
                      'accounts_finding_missing',
                      String(finding.batchSize ?? ''),
                      finding.missing.join(', '),
                    )}
                  </p>
                )}
                {finding.code && <p class="hint">{errorWords(finding.code)}</p>}
                {review && review.duplicate !== 'none' && (
                  <p class="hint">{words(DUPLICATE_WORDS[review.duplicate])}</p>
                )}
                {review && (
                  <button type="button" class="button" onClick={() => onReview(review)}>
                    <bdi>{nameOf(review)}</bdi>
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <div class="actions">
        <button type="button" class="button" onClick={onAgain}>
          {words('accounts_scan_again')}
        </button>
      </div>
    </main>
  );
}
