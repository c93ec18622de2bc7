import { Icon } from '../ui/icon.tsx';
import { useWords } from '../ui/words.ts';

export interface FooterProps {
  readonly onLock: () => void;
  readonly onWindow: () => void;
  readonly onBin: () => void;
  readonly settingsHref: string;
  /** wanted: something in the settings waits for the user, such as a backup. */
  readonly settings: 'wanted' | 'quiet';
}

/** The ways out of the list of codes. */
export function CodesFooter(props: FooterProps) {
  const words = useWords();
  return (
    <footer class="bar">
      <button type="button" class="button button-quiet" onClick={props.onLock}>
        <Icon name="lock" />
        <span class="bar-label">{words('codes_lock')}</span>
      </button>
      <button type="button" class="button button-quiet" onClick={props.onWindow}>
        <Icon name="window" />
        <span class="bar-label">{words('codes_open_window')}</span>
      </button>
      <button
        type="button"
        class="icon-button bar-end"
        aria-label={words('codes_bin')}
        title={words('codes_bin')}
        onClick={props.onBin}
      >
        <Icon name="bin" />
      </button>
      <a class="button button-quiet" href={props.settingsHref} target="_blank" rel="noopener">
        <Icon name="settings" />
        <span class="bar-label">{words('codes_settings')}</span>
        {props.settings === 'wanted' && (
          <span class="dot">
            <span class="unseen">{words('health_warning')}</span>
          </span>
        )}
      </a>
    </footer>
  );
}
