import { useEffect, useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import { isSameName } from '../../lib/otp/account.ts';
import type { ScanView } from '../../lib/protocol/views.ts';
import { ArmedButton } from '../ui/armed-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ViewHead } from '../ui/view-head.tsx';
import { ErrorNote, Note } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';
import { useNameCheck } from './check-name.ts';
import { ServiceField } from './service-field.tsx';

interface Names {
  readonly issuer: string;
  readonly label: string;
}

interface ReviewSave extends Names {
  readonly duplicate?: 'replace' | 'keep-both';
  /** The account that was named, where it is the one to be replaced. */
  readonly replaces?: string;
}

interface ReviewScanViewProps {
  readonly scan: ScanView;
  /** Asks which account has these names already. */
  readonly onNames: (names: Names) => Promise<ScanView>;
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  readonly onSave: (save: ReviewSave) => void;
  readonly onBack: () => void;
}

/** Whether there is nothing to save: the very same key is saved under the very same names. */
function isSavedAlready(
  { duplicate, known }: Pick<ScanView, 'duplicate' | 'known'>,
  names: Names,
): boolean {
  return duplicate === 'same-secret' && known !== undefined && isSameName(known, names);
}

interface KnownAccountProps {
  readonly scan: ScanView;
  readonly choice: 'replace-or-keep' | 'none';
}

/** The account there is, its sites, and what either button does: nothing is replaced that was not named. */
function KnownAccount({ scan, choice }: KnownAccountProps) {
  const words = useWords();
  const { known, sites } = scan;
  if (!known) return null;
  const areSitesToldApart = known.sites.length + sites.length > 0;
  const oldSites =
    known.sites.length === 0
      ? words('accounts_filled_nowhere')
      : words('accounts_filled_on', known.sites.join(', '));
  const newSites =
    sites.length === 0
      ? words('accounts_new_filled_nowhere')
      : words('accounts_new_filled_on', sites.join(', '));
  return (
    <>
      <p>
        <strong dir="auto">
          {[known.issuer, known.label].filter((part) => part !== '').join(' · ')}
        </strong>
      </p>
      {areSitesToldApart && <p dir="auto">{oldSites}</p>}
      {choice === 'replace-or-keep' && (
        <>
          <p dir="auto">
            {words('accounts_replace_effect')} {areSitesToldApart && newSites}
          </p>
          <p>{words('accounts_keep_both_effect')}</p>
        </>
      )}
    </>
  );
}

/** Which account is in question follows the names as they are typed, and a save that found another one. */
function useReviewed(
  { scan: first, errorCode, onNames }: ReviewScanViewProps,
  names: Names,
): ScanView {
  const { issuer, label } = names;
  const [scan, setScan] = useState(first);
  const isReviewed = scan.issuer === issuer && scan.label === label;
  useEffect(() => {
    if (isReviewed && errorCode !== 'account-duplicate') return;
    let isLast = true;
    const show = (now: ScanView): void => {
      if (isLast) setScan({ ...now, issuer, label });
    };
    const { known: _known, ...unknown } = scan;
    // Whatever went wrong, saving tells it.
    void onNames(names).then(show, () => show({ ...unknown, duplicate: 'none' }));
    return () => {
      isLast = false;
    };
  }, [issuer, label, errorCode]);
  return scan;
}

interface SaveButtonsProps {
  readonly duplicate: ScanView['duplicate'];
  readonly known: ScanView['known'];
  readonly busy: boolean;
  readonly onSave: (choice: Pick<ReviewSave, 'duplicate' | 'replaces'>) => void;
}

function SaveButtons({ duplicate, known, busy, onSave }: SaveButtonsProps) {
  const words = useWords();
  const replaces = known ? { replaces: known.id } : {};
  if (duplicate === 'none') {
    return (
      <ArmedButton look="primary" busy={busy} onClick={() => onSave({})}>
        {words('accounts_save')}
      </ArmedButton>
    );
  }
  return (
    <>
      <ArmedButton
        look="primary"
        busy={busy}
        onClick={() => onSave({ duplicate: 'replace', ...replaces })}
      >
        {words('accounts_replace')}
      </ArmedButton>
      <ArmedButton busy={busy} onClick={() => onSave({ duplicate: 'keep-both' })}>
        {words('accounts_keep_both')}
      </ArmedButton>
    </>
  );
}

/** How the codes are computed, where that is not as usual. */
function ParametersHint({ scan }: { readonly scan: ScanView }) {
  const words = useWords();
  const { algorithm, digits } = scan;
  if (scan.type === 'steam') return <p class="hint">{words('accounts_parameters_steam')}</p>;
  if (scan.type === 'hotp') {
    return <p class="hint">{words('accounts_parameters_hotp', algorithm, digits, scan.counter)}</p>;
  }
  const { periodSeconds } = scan;
  const isUsual = algorithm === 'SHA-1' && digits === 6 && periodSeconds === 30;
  return (
    <>
      {scan.assumed === 'period' && <p class="hint">{words('accounts_period_assumed')}</p>}
      {!isUsual && (
        <p class="hint">{words('accounts_parameters', algorithm, digits, periodSeconds)}</p>
      )}
    </>
  );
}

/** The step that ends every way to add an account: what will be saved, and under which name. */
export function ReviewScanView(props: ReviewScanViewProps) {
  const { busy, errorCode, onSave, onBack } = props;
  const words = useWords();
  const [issuer, setIssuer] = useState(props.scan.issuer);
  const [label, setLabel] = useState(props.scan.label);
  const scan = useReviewed(props, { issuer, label });
  const name = useNameCheck({ issuer, label });
  const isBusy = busy || scan.issuer !== issuer || scan.label !== label;
  const duplicate = errorCode === 'account-duplicate' ? 'same-name' : scan.duplicate;
  const isSaved = isSavedAlready({ ...scan, duplicate }, { issuer, label });
  return (
    <main class="view">
      <ViewHead title={words('accounts_review_title')} onBack={onBack} />
      <div class="form">
        {duplicate !== 'none' && (
          <Note look="warning">
            <p>
              {duplicate === 'same-name' && words('accounts_same_name')}
              {duplicate === 'same-secret' &&
                words(isSaved ? 'accounts_same_secret' : 'accounts_same_secret_renamed')}
            </p>
            <KnownAccount scan={scan} choice={isSaved ? 'none' : 'replace-or-keep'} />
          </Note>
        )}
        <ServiceField value={issuer} onValue={setIssuer} error={name.error} />
        <TextField
          label={words('accounts_label')}
          value={label}
          onValue={setLabel}
          dir="auto"
          hint={words('accounts_label_hint')}
        />
        <ParametersHint scan={scan} />
        {scan.alphabets === 'mixed' && (
          <Note look="warning">
            <p>{words('accounts_mixed_alphabets')}</p>
          </Note>
        )}
        {errorCode !== 'account-duplicate' && <ErrorNote code={errorCode} />}
        <div class="actions actions-sticky">
          {!isSaved && (
            <SaveButtons
              duplicate={duplicate}
              known={scan.known}
              busy={isBusy}
              onSave={(choice) => {
                if (name.isNamed()) onSave({ issuer, label, ...choice });
              }}
            />
          )}
          <button
            type="button"
            class={isSaved ? 'button button-primary' : 'button button-quiet'}
            onClick={onBack}
          >
            {words(isSaved ? 'ui_close' : 'ui_cancel')}
          </button>
        </div>
      </div>
    </main>
  );
}
