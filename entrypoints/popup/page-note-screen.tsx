import { useState } from 'preact/hooks';
import { PageNote } from '../../components/codes/page-note.tsx';
import { useLanguage } from '../../components/ui/words.ts';
import { requestHosts } from '../../lib/browser/current-tab.ts';
import { errorCodeOf } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { CurrentPage } from '../../lib/protocol/views.ts';
import type { OwnRequests } from '../../lib/protocol/own-messages.ts';

interface PageNoteScreenProps {
  readonly page: CurrentPage;
  readonly onStatus: (text: string) => void;
  /** Called once the page is a site of the user's. */
  readonly onGranted: () => void;
}

/** What concerns the page in the tab: adding it as a site, and its clock. */
export function PageNoteScreen({ page, onStatus, onGranted }: PageNoteScreenProps) {
  const { words, errorWords } = useLanguage();
  const [wanted, setWanted] = useState<ReturnType<OwnRequests['siteWant']>>();
  const attempt = (work: () => Promise<void>): void => {
    void work().catch((thrown: unknown) => onStatus(errorWords(errorCodeOf(thrown))));
  };
  return (
    <PageNote
      host={page.host}
      prompt={page.prompt}
      account={page.account}
      grant={page.grant}
      skewMs={page.skewMs}
      wanted={wanted}
      onWant={() => attempt(async () => setWanted(await ask('siteWant', { tabId: page.tabId })))}
      onAllow={() =>
        attempt(async () => {
          if (!wanted) return;
          const answer = await requestHosts([wanted.pattern]);
          if (answer !== 'granted') return onStatus(words('codes_not_granted'));
          // Asked once more, the background answers after it has taken the site in, and not before.
          await ask('siteWant', { tabId: page.tabId });
          onGranted();
        })
      }
      onUseSiteClock={() =>
        attempt(async () => {
          if (page.siteId === undefined || page.skewMs === undefined) return;
          const change = { clockOffsetMs: Math.round(page.skewMs) };
          await ask('siteChange', { siteId: page.siteId, change });
          onStatus(words('codes_clock_used'));
        })
      }
    />
  );
}
