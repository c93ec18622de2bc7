import type { SiteView } from '../../lib/protocol/views.ts';
import { ArmedButton } from '../ui/armed-button.tsx';
import { useLanguage } from '../ui/words.ts';
import { RememberedPrompts } from './remembered-prompts.tsx';

export type SiteSettings = SiteView['settings'];

interface SiteCardProps {
  readonly site: SiteView;
  readonly busy: boolean;
  readonly onChange: (change: Partial<SiteSettings>) => void;
  readonly onRevoke: () => void;
  readonly onForget: (promptId: string) => void;
}

/** A site and its settings; only a site that the user added can be removed. */
export function SiteCard({ site, busy, onChange, onRevoke, onForget }: SiteCardProps) {
  const { words, plural, formats } = useLanguage();
  const { settings } = site;
  const offsetSeconds = Math.round(settings.clockOffsetMs / 1000);
  return (
    <li class="card">
      <h2>
        <bdi>{site.name}</bdi>
      </h2>
      <details class="details">
        <summary>{plural('sites_addresses', site.origins.length)}</summary>
        <ul class="plain-list">
          {site.origins.map((origin) => (
            <li key={origin}>
              <bdi>{origin}</bdi>
            </li>
          ))}
        </ul>
      </details>
      <label class="check">
        <input
          type="checkbox"
          checked={settings.fill === 'by-hand'}
          onChange={({ currentTarget }) =>
            onChange({ fill: currentTarget.checked ? 'by-hand' : 'by-itself' })
          }
        />
        {words('sites_ask_first')}
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={settings.submit === 'once'}
          onChange={({ currentTarget }) =>
            onChange({ submit: currentTarget.checked ? 'once' : 'never' })
          }
        />
        {words('sites_submit')}
      </label>
      {offsetSeconds !== 0 && (
        <p class="hint">
          {words(
            offsetSeconds > 0 ? 'sites_offset_ahead' : 'sites_offset_behind',
            formats.unit(Math.abs(offsetSeconds), 'second'),
          )}{' '}
          <button
            type="button"
            class="button button-small"
            onClick={() => onChange({ clockOffsetMs: 0 })}
          >
            {words('sites_offset_reset')}
          </button>
        </p>
      )}
      <RememberedPrompts prompts={site.remembered} onForget={onForget} />
      {site.kind === 'granted' && (
        <div class="actions">
          <ArmedButton look="danger" busy={busy} onClick={onRevoke}>
            {words('sites_revoke')}
          </ArmedButton>
        </div>
      )}
    </li>
  );
}
