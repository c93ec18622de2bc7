import type { ErrorCode } from '../../lib/errors.ts';
import type { ScanResult, ScanView } from '../../lib/protocol/views.ts';
import { ViewHead } from '../ui/view-head.tsx';
import { ErrorNote } from '../ui/note.tsx';
import type { MessageKey } from '../../lib/language/messages.ts';
import { useLanguage, useWords } from '../ui/words.ts';
import { nameOf } from './account-name.ts';

const KIND_WORDS: Readonly<Record<ScanResult['kind'], MessageKey>> = {
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

const DUPLICATE_WORDS: Readonly<Record<Exclude<ScanView['duplicate'], 'none'>, MessageKey>> = {
  'same-name': 'accounts_finding_same_name',
  'same-secret': 'accounts_finding_same_secret',
};

interface ScanResultsViewProps {
  /** Where the QR codes were looked for: in the page of a tab, or in what the user chose. */
  readonly of: 'page' | 'picture';
  readonly results: readonly ScanResult[];
  /** The error of a further scan that found nothing. */
  readonly errorCode?: ErrorCode | undefined;
  readonly onReview: (scan: ScanView) => void;
  /** Lists the accounts of the exports that were scanned. */
  readonly onExport: () => void;
  readonly onAgain: () => void;
  readonly onBack: () => void;
}

/** Exports of several apps call a Steam account 'totp'. Its codes would be wrong, so that nothing is guessed. */
function SteamChoice(
  props: NonNullable<ScanResult['either']> & Pick<ScanResultsViewProps, 'onReview'>,
) {
  const words = useWords();
  const { steam, totp, onReview } = props;
  return (
    <>
      <p>
        <bdi>{nameOf(totp)}</bdi>
      </p>
      <p class="hint">{words('accounts_steam_question')}</p>
      <div class="actions">
        <button type="button" class="button" onClick={() => onReview(steam)}>
          {words('accounts_steam_letters')}
        </button>
        <button type="button" class="button" onClick={() => onReview(totp)}>
          {words('accounts_steam_digits', totp.digits)}
        </button>
      </div>
    </>
  );
}

/** Set-up codes and exports: what can be saved, or has to be asked about. */
function isUsable({ kind, scan, either }: ScanResult): boolean {
  return scan !== undefined || either !== undefined || kind === 'migration';
}

/** QR codes that have nothing to do with 2FA: a setup code that is refused says itself what to do. */
function isOfAnotherKind({ kind }: ScanResult): boolean {
  return kind !== 'refused';
}

interface ResultProps extends Pick<ScanResultsViewProps, 'onReview' | 'onExport'> {
  readonly result: ScanResult;
}

/** A QR code that can be used: who it is for, and the button that goes on with it. */
function UsableResult({ result, onReview, onExport }: ResultProps) {
  const { words, formats } = useLanguage();
  const { scan, either } = result;
  return (
    <li class="card">
      {scan ? (
        <p>
          <bdi>{nameOf(scan)}</bdi>
        </p>
      ) : (
        <p>{words(KIND_WORDS[result.kind])}</p>
      )}
      {result.missing && (
        <p class="hint">
          {words(
            'accounts_finding_missing',
            result.batchSize ?? '',
            formats.numbers(result.missing),
          )}
        </p>
      )}
      {scan && scan.duplicate !== 'none' && (
        <p class="hint">{words(DUPLICATE_WORDS[scan.duplicate])}</p>
      )}
      {result.kind === 'migration' && (
        <button type="button" class="button" onClick={onExport}>
          {words('accounts_finding_show')}
        </button>
      )}
      {either && <SteamChoice {...either} onReview={onReview} />}
      {scan && (
        <button
          type="button"
          class="button"
          aria-label={words('accounts_finding_save', nameOf(scan))}
          onClick={() => onReview(scan)}
        >
          {words('accounts_save')}
        </button>
      )}
    </li>
  );
}

/** Every QR code that was read: first those that can be used, then what the others are. */
export function ScanResultsView(props: ScanResultsViewProps) {
  const { of, results, errorCode, onReview, onExport, onAgain, onBack } = props;
  const { words, errorWords } = useLanguage();
  const others = results.filter((result) => !isUsable(result));
  return (
    <main class="view">
      <ViewHead title={words('accounts_scan_results')} onBack={onBack} />
      <ErrorNote code={errorCode} />
      {results.length === 0 && <p>{errorWords('qr-not-found')}</p>}
      {results.length > others.length && (
        <ul class="plain-list">
          {results.filter(isUsable).map((result, index) => (
            <UsableResult key={index} result={result} onReview={onReview} onExport={onExport} />
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <>
          <h2>{words('accounts_findings_other')}</h2>
          <ul class="points hint">
            {others.map(({ kind, code }, index) => (
              <li key={index}>
                {words(KIND_WORDS[kind])}
                {code && <p>{errorWords(code)}</p>}
              </li>
            ))}
          </ul>
          {others.every(isOfAnotherKind) && others.length === results.length && (
            <p>{words('accounts_findings_next')}</p>
          )}
        </>
      )}
      <div class="actions">
        <button type="button" class="button" onClick={onAgain}>
          {words(of === 'page' ? 'accounts_scan_again' : 'picture_another')}
        </button>
      </div>
    </main>
  );
}
