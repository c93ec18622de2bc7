import type { ComponentChildren } from 'preact';
import { GuideLink } from '../guide/guide-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { isolatedPath } from '../ui/isolated.ts';
import { Mark } from '../ui/mark.tsx';
import { useLanguage } from '../ui/words.ts';

interface NoAccountsViewProps {
  readonly onScan: () => void;
  readonly onAdd: () => void;
  /** Where VMS Cloud begins; undefined while the page in view is one of its own. */
  readonly startHref: string | undefined;
  /** Undefined while there is no vault, and so no bin. */
  readonly onBin: (() => void) | undefined;
  /** How many accounts are in the bin. */
  readonly binned: number;
  /** Undefined once there is a vault: its backups are restored in the settings. */
  readonly onRestore: (() => void) | undefined;
  readonly settingsHref: string;
  /** What the page in view enrols; undefined: nothing, and what to do there is said instead. */
  readonly above: ComponentChildren;
  readonly children: ComponentChildren;
}

/** What the popup shows before there is an account: what to do at VMS Cloud, or what its page shows already, and the ways to add one. */
export function NoAccountsView(props: NoAccountsViewProps) {
  const { onScan, onAdd, onBin, onRestore, startHref, settingsHref, above, children } = props;
  const { words, plural } = useLanguage();
  return (
    <main class="view no-accounts">
      <h1>
        <Mark />
        {words(props.binned > 0 ? 'codes_emptied_title' : 'codes_empty_title')}
      </h1>
      {onBin && props.binned > 0 && (
        <div class="here">
          <p>{plural('codes_empty_binned', props.binned)}</p>
          <button type="button" class="button button-small" onClick={onBin}>
            {words('codes_empty_bin')}
          </button>
        </div>
      )}
      {above ?? (
        <ol class="numbered">
          <li>{words('codes_empty_where', isolatedPath(words('vms_path_2fa')))}</li>
          <li>{words('codes_empty_then')}</li>
        </ol>
      )}
      {startHref !== undefined && (
        <a class="button button-primary button-big" href={startHref} target="_blank" rel="noopener">
          {words('welcome_open')}
        </a>
      )}
      <div class="no-accounts-ways">
        <button
          type="button"
          class={startHref === undefined && !above ? 'button button-primary' : 'button'}
          onClick={onScan}
        >
          <Icon name="scan" />
          {words('accounts_scan')}
        </button>
        <button type="button" class="button" onClick={onAdd}>
          {words('codes_empty_other')}
        </button>
      </div>
      {children}
      <div class="no-accounts-ends">
        {onRestore && (
          <button type="button" class="button button-quiet" onClick={onRestore}>
            {words('backup_restore')}
          </button>
        )}
        {onBin && props.binned === 0 && (
          <button type="button" class="button button-quiet" onClick={onBin}>
            <Icon name="bin" />
            {words('codes_bin')}
          </button>
        )}
        <a class="button button-quiet" href={settingsHref} target="_blank" rel="noopener">
          <Icon name="settings" />
          {words('codes_settings')}
        </a>
        <GuideLink topic="vms-cloud" look="quiet" />
      </div>
    </main>
  );
}
