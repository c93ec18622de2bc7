import type { ComponentChildren } from 'preact';
import { Glyph } from '../ui/glyph.tsx';
import { useWords } from '../ui/words.ts';

interface EmptyViewProps {
  readonly onScan: () => void;
  readonly onAdd: () => void;
  readonly busy: boolean;
  /** Absent while there is no vault, and so no bin. */
  readonly onBin: (() => void) | undefined;
  /** Absent once there is a vault: then backups are restored in the settings. */
  readonly onRestore: (() => void) | undefined;
  readonly settingsHref: string;
  readonly children: ComponentChildren;
}

/** No account yet: the one thing to do, and how to get a QR code at VMS Cloud. */
export function EmptyView(props: EmptyViewProps) {
  const { onScan, onAdd, onBin, onRestore, busy, settingsHref, children } = props;
  const words = useWords();
  return (
    <main class="view empty">
      <h1>{words('codes_empty_title')}</h1>
      <button type="button" class="button button-primary button-big" onClick={onScan}>
        <Glyph name="scan" />
        {busy ? words('accounts_scanning') : words('accounts_scan')}
      </button>
      {children}
      <p>{words('codes_empty_where')}</p>
      <p>{words('codes_empty_then')}</p>
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
            <Glyph name="bin" />
            {words('codes_bin')}
          </button>
        )}
        <a class="button button-quiet" href={settingsHref} target="_blank" rel="noopener">
          <Glyph name="settings" />
          {words('codes_settings')}
        </a>
      </div>
    </main>
  );
}
