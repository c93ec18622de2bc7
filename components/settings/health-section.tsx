import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import { ErrorNote } from '../ui/note.tsx';
import { Icon } from '../ui/icon.tsx';
import type { MessageKey } from '../../lib/language/messages.ts';
import { useLanguage, useWords } from '../ui/words.ts';
import { RECOVERY_HASH } from './settings-section.ts';
import { HEALTH_TITLES, healthText, type HealthLine } from './health-words.ts';

interface HealthSectionProps {
  readonly lines: readonly HealthLine[];
  /** The names of the accounts whose site never accepted a code. */
  readonly unconfirmed: readonly string[];
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  /** Codes for this site are to follow the site's own clock. */
  readonly onUseClock: (siteId: string, aheadMs: number) => void;
  /** The user says that the imported files are deleted. */
  readonly onFilesDeleted: () => void;
}

const VERDICT_WORDS: Readonly<Record<HealthLine['verdict'], MessageKey>> = {
  good: 'health_good',
  advice: 'health_advice',
  warning: 'health_warning',
};

/** The sections where a line can be mended. */
const LINKS: Readonly<
  Partial<Record<HealthLine['topic'], readonly [href: string, label: MessageKey]>>
> = {
  backup: ['#backup', 'health_backup_open'],
  recovery: [RECOVERY_HASH, 'health_recovery_open'],
  passphrase: ['#security', 'health_passphrase_open'],
  lock: ['#security', 'health_lock_open'],
};

/** The one control of a line; none where nothing can be done. */
function LineControl(
  props: Omit<HealthSectionProps, 'lines' | 'errorCode' | 'unconfirmed'> & {
    readonly line: HealthLine;
    /** first: of all that should not wait; one button of a screen leads. */
    readonly rank: 'first' | 'other';
    readonly namesShown: boolean;
    readonly onNames: () => void;
  },
) {
  const { line, busy } = props;
  const words = useWords();
  const look = props.rank === 'first' ? 'button button-primary' : 'button';
  const link = LINKS[line.topic];
  if (link) {
    return (
      <a
        class={look}
        href={link[0]}
        aria-label={words('ui_action_on', words(link[1]), words(HEALTH_TITLES[line.topic]))}
      >
        {words(link[1])}
      </a>
    );
  }
  if (line.topic === 'clock' && line.state !== 'good') {
    const { siteId, aheadMs } = line;
    return (
      <button
        type="button"
        class={look}
        aria-disabled={busy}
        onClick={() => props.onUseClock(siteId, aheadMs)}
      >
        {words('codes_clock_use')}
      </button>
    );
  }
  if (line.topic === 'unconfirmed' && line.state === 'some') {
    return (
      <button type="button" class="button" aria-expanded={props.namesShown} onClick={props.onNames}>
        {words('health_unconfirmed_show')}
      </button>
    );
  }
  if (line.topic === 'files' && line.state === 'to-delete') {
    return (
      <button type="button" class="button" aria-disabled={busy} onClick={props.onFilesDeleted}>
        {words('health_files_deleted')}
      </button>
    );
  }
  return null;
}

/** How safe the accounts are: one line and one button for each question. */
export function HealthSection({ lines, unconfirmed, errorCode, ...props }: HealthSectionProps) {
  const language = useLanguage();
  const { words } = language;
  const [namesShown, setNamesShown] = useState(false);
  const first = lines.find(({ verdict }) => verdict === 'warning');
  const isGood = lines.every(({ verdict }) => verdict === 'good');
  return (
    <section class="setting-group">
      <p>{words(isGood ? 'health_all_good' : 'health_what')}</p>
      <ErrorNote code={errorCode} />
      <ul>
        {lines.map((line) => (
          <li key={line.topic} class={`setting health health-${line.verdict}`}>
            <Icon name={line.verdict === 'good' ? 'check' : 'warning'} />
            <div class="setting-words">
              <p class="setting-title">
                {words(HEALTH_TITLES[line.topic])}
                <span class="unseen">{words(VERDICT_WORDS[line.verdict])}</span>
              </p>
              <p class="hint">{healthText(line, language)}</p>
              {line.topic === 'unconfirmed' && namesShown && (
                <ul class="points">
                  {unconfirmed.map((name, place) => (
                    // Two accounts may have the same name.
                    <li key={place}>
                      <bdi>{name}</bdi>
                    </li>
                  ))}
                </ul>
              )}
            </div>
            <div class="setting-control">
              <LineControl
                {...props}
                line={line}
                rank={line === first ? 'first' : 'other'}
                namesShown={namesShown}
                onNames={() => setNamesShown(!namesShown)}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
