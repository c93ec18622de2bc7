import type { ErrorCode } from '../../lib/errors.ts';
import type { SiteView } from '../../lib/protocol/views.ts';
import { ErrorNote } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';
import { SiteCard, type SiteSettings } from './site-card.tsx';

interface SitesViewProps {
  readonly sites: readonly SiteView[];
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  readonly onChange: (siteId: string, change: Partial<SiteSettings>) => void;
  readonly onRevoke: (siteId: string) => void;
  readonly onForget: (siteId: string, promptId: string) => void;
}

/** The sites on which codes may be filled, each with its settings. */
export function SitesView(props: SitesViewProps) {
  const { sites, busy, errorCode, onChange, onRevoke, onForget } = props;
  const words = useWords();
  return (
    <section>
      <p class="hint">{words('sites_hint')}</p>
      <ErrorNote code={errorCode} />
      <ul class="plain-list">
        {sites.map((site) => (
          <SiteCard
            key={site.id}
            site={site}
            busy={busy}
            onChange={(change) => onChange(site.id, change)}
            onRevoke={() => onRevoke(site.id)}
            onForget={(promptId) => onForget(site.id, promptId)}
          />
        ))}
      </ul>
    </section>
  );
}
