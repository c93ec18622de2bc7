import type { ErrorCode } from '../../lib/errors.ts';
import { GuideLink } from '../guide/guide-link.tsx';
import { Mark } from '../ui/mark.tsx';
import { DoneNote } from '../ui/done-note.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { isolatedPath } from '../ui/isolated.ts';
import { useLanguage, useWords } from '../ui/words.ts';
import { CardPicture, FilledPicture, SwitchPicture } from './step-pictures.tsx';

/**
 * absent: there is no vault yet, so a passphrase can be set, or a backup restored.
 * unknown: the vault cannot be asked about, or is damaged, which is no news for this page.
 */
export type WelcomeVault =
  | { readonly kind: 'absent' | 'locked' | 'unknown' }
  | { readonly kind: 'open'; readonly accounts: number };

/** What there is already, and what comes next. */
function VaultNote({ vault }: { readonly vault: WelcomeVault }) {
  const { words, plural } = useLanguage();
  const said = (): string => {
    if (vault.kind === 'locked') return words('welcome_locked');
    if (vault.kind !== 'open') return '';
    const { accounts } = vault;
    return accounts > 0 ? plural('welcome_accounts', accounts) : words('welcome_set_up');
  };
  return <DoneNote text={said()} />;
}

interface WelcomeViewProps {
  /** Where the user begins: VMS Cloud. */
  readonly startHref: string;
  readonly vault: WelcomeVault;
  readonly errorCode: ErrorCode | undefined;
  readonly onProtect: () => void;
  readonly onRestore: () => void;
}

/** Shown after installation: three steps with a picture each, the buttons to begin, what is promised and what not. */
export function WelcomeView(props: WelcomeViewProps) {
  const words = useWords();
  const isNew = props.vault.kind === 'absent';
  return (
    <main class="welcome">
      <h1>
        <Mark />
        {words('welcome_title')}
      </h1>
      <p class="welcome-what">{words('welcome_what')}</p>
      <ol class="numbered steps">
        <li>
          <SwitchPicture />
          <span>{words('welcome_step_enrol', isolatedPath(words('vms_path_2fa')))}</span>
        </li>
        <li>
          <CardPicture />
          <span>{words(isNew ? 'welcome_step_save_first' : 'welcome_step_save')}</span>
        </li>
        <li>
          <FilledPicture />
          <span>{words('welcome_step_confirm')}</span>
        </li>
      </ol>
      <VaultNote vault={props.vault} />
      <div class="actions">
        <a class="button button-primary" href={props.startHref} target="_blank" rel="noopener">
          {words('welcome_open')}
        </a>
        {isNew && (
          <>
            <button type="button" class="button" onClick={props.onProtect}>
              {words('welcome_protect')}
            </button>
            <button type="button" class="button" onClick={props.onRestore}>
              {words('backup_restore')}
            </button>
          </>
        )}
      </div>
      <ErrorNote code={props.errorCode} />
      <p class="hint">{words('welcome_pin')}</p>
      <details>
        <summary>{words('welcome_more')}</summary>
        <p>{words('welcome_other')}</p>
        <p>{words('welcome_import')}</p>
        <p>
          <a class="button" href="/import.html">
            {words('import_title')}
          </a>
        </p>
      </details>
      <details>
        <summary>{words('welcome_promises')}</summary>
        <ul class="points">
          <li>{words('welcome_promise_secret')}</li>
          <li>{words('welcome_promise_sites')}</li>
          <li>{words('welcome_promise_network')}</li>
          <li>{words('welcome_promise_keep')}</li>
        </ul>
      </details>
      <details>
        <summary>{words('welcome_limits')}</summary>
        <p>{words('welcome_not_protected')}</p>
      </details>
      <p>
        <GuideLink />
      </p>
      <p class="hint">{words('welcome_unofficial')}</p>
    </main>
  );
}
