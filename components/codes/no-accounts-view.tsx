import type { ComponentChildren } from 'preact';
import { GuideLink } from '../guide/guide-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../ui/words.ts';

interface NoAccountsViewProps {
  readonly onScan: () => void;
  readonly onAdd: () => void;
  readonly busy: boolean;
  /** Undefined while there is no vault, and so no bin. */
  readonly onBin: (() => void) | undefined;
  /** Undefined once there is a vault: its backups are restored in the settings. */
  readonly onRestore: (() => void) | undefined;
  readonly settingsHref: string;
  readonly children: ComponentChildren;
}

/** What the popup shows before there is an account: what to do first, and how to get a QR code at VMS Cloud. */
export function NoAccountsView(props: NoAccountsViewProps) {
  const { onScan, onAdd, onBin, onRestore, busy, settingsHref, children } = props;
  const words = useWords();
  return (
    <main class="view empty">
      <h1>{words('codes_empty_title')}</h1>
      <button type="button" class="button button-primary button-big" onClick={onScan}>
        <Icon name="scan" />
        {busy ? words('accounts_scanning') : words('accounts_scan')}
      </button>
      {children}
      <p>{words('codes_empty_where')}</p>
      <p>{words('codes_empty_then')}</p>
      <p>
        <GuideLink topic="vms-cloud" />
      </p>
      <div class="view-end actions">
        <button type="button" class="button" onClick={onAdd}>
          {words('codes_empty_other')}
        </button>
        {onRestore && (
          <button type="button" class="button button-quiet" onClick={onRestore}>
            {words('backup_restore')}
          </button>
        )}
        {onBin && (
          <button type="button" class="button button-quiet" onClick={onBin}>
            <Icon name="bin" />
            {words('codes_bin')}
          </button>
        )}
        <a class="button button-quiet" href={settingsHref} target="_blank" rel="noopener">
          <Icon name="settings" />
          {words('codes_settings')}
        </a>
      </div>
    </main>
  );
}
