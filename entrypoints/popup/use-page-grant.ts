import { useState } from 'preact/hooks';
import { useWords } from '../../components/ui/words.ts';
import { requestHosts } from '../../lib/browser/current-tab.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { OwnRequests } from '../../lib/protocol/own-messages.ts';
import type { CurrentPage } from '../../lib/protocol/views.ts';

interface PageGrantProps {
  readonly page: CurrentPage | undefined;
  /** Does some work, and says what it gives, or why it failed. */
  readonly attempt: (work: () => Promise<string>) => void;
  /** Called once the page is a site of the user's. */
  readonly onGranted: () => void;
}

export interface PageGrant {
  /** The site that the user wants to add, before the browser asks about it. */
  readonly wanted: ReturnType<OwnRequests['siteWant']> | undefined;
  readonly onWant: () => void;
  /** Called in the tick of a click: the browser asks the user then, or not at all. */
  readonly onAllow: () => void;
  readonly onCancel: () => void;
}

/** Adding the page in the tab as a site on which codes are filled. */
export function usePageGrant({ page, attempt, onGranted }: PageGrantProps): PageGrant {
  const words = useWords();
  const [wanted, setWanted] = useState<PageGrant['wanted']>();
  return {
    wanted,
    onWant: () =>
      attempt(async () => {
        if (page) setWanted(await ask('siteWant', { tabId: page.tabId }));
        return '';
      }),
    onAllow: () =>
      attempt(async () => {
        if (!wanted || !page) return '';
        const answer = await requestHosts([wanted.pattern]);
        if (answer !== 'granted') return words('codes_not_granted');
        // Asked once more, the background answers after it has taken the site in, and not before.
        await ask('siteWant', { tabId: page.tabId });
        onGranted();
        return '';
      }),
    onCancel: () => setWanted(undefined),
  };
}
