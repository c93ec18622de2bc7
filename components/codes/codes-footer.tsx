import { Icon } from '../ui/icon.tsx';
import { useWords } from '../ui/words.ts';

export interface FooterProps {
  readonly onLock: () => void;
  /** Undefined in that window itself. */
  readonly onWindow: (() => void) | undefined;
  readonly settingsHref: string;
  /** wanted: something in the settings waits for the user, such as a backup. */
  readonly settings: 'wanted' | 'quiet';
}

/** The ways out of the list of codes. The trash is in the settings: three words have room in any language. */
export function CodesFooter(props: FooterProps) {
  const words = useWords();
  const isWanted = props.settings === 'wanted';
  const settingsWords = words(isWanted ? 'codes_settings_wanted' : 'codes_settings');
  return (
    <footer class="bar">
      <button
        type="button"
        class="button button-quiet"
        title={words('codes_lock')}
        onClick={props.onLock}
      >
        <Icon name="lock" />
        <span class="bar-label">{words('codes_lock')}</span>
      </button>
      {props.onWindow && (
        <button
          type="button"
          class="button button-quiet"
          title={words('codes_open_window')}
          onClick={props.onWindow}
        >
          <Icon name="window" />
          <span class="bar-label">{words('codes_open_window')}</span>
        </button>
      )}
      {/* The dot leads to what it means. */}
      <a
        class="button button-quiet bar-end"
        href={isWanted ? `${props.settingsHref}#health` : props.settingsHref}
        target="_blank"
        rel="noopener"
        title={settingsWords}
        aria-label={settingsWords}
      >
        <Icon name="settings" />
        <span class="bar-label">{words('codes_settings')}</span>
        {isWanted && <span class="dot" />}
      </a>
    </footer>
  );
}
