import { useEffect, useState } from 'preact/hooks';
import { GuideLink } from '../../components/guide/guide-link.tsx';
import { GuideNote } from '../../components/guide/guide-note.tsx';
import { ask } from '../../lib/protocol/client.ts';
import type { CurrentPage } from '../../lib/protocol/views.ts';
import { isTpLinkHost } from '../../lib/sites/vms-cloud.ts';

/**
 * Leads to the guide where the page wants what Nightlatch does not have: a code that was sent,
 * or that of another product of TP-Link's. What the page wants is asked after the first code is
 * drawn, and only in the middle of a sign-in.
 */
export function GuideNoteScreen({ page }: { readonly page: CurrentPage | undefined }) {
  const [isSent, setIsSent] = useState(false);
  useEffect(() => {
    if (page?.signIn !== 'under-way') return;
    ask('explainTab', { tabId: page.tabId }).then(
      ({ asks }) => setIsSent(asks === 'sent-code'),
      () => undefined,
    );
  }, []);
  const isOther = page !== undefined && page.siteId === undefined && isTpLinkHost(page.host);
  if (isSent) {
    return (
      <GuideNote text="codes_here_sent">
        <GuideLink topic="no-email" label="guide_no_email" />
        <GuideLink topic="no-notification" label="guide_no_notification" />
      </GuideNote>
    );
  }
  if (!isOther) return null;
  return (
    <GuideNote text="codes_here_tp_link">
      <GuideLink />
    </GuideNote>
  );
}
