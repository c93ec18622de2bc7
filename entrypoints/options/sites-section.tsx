import { useEffect, useState } from 'preact/hooks';
import { HostAccessNote } from '../../components/sites/host-access-note.tsx';
import { SitesView } from '../../components/sites/sites-view.tsx';
import { DoneNote } from '../../components/ui/done-note.tsx';
import { useReturn } from '../../components/ui/use-return.ts';
import { useTask } from '../../components/ui/use-task.ts';
import { readHostsAccess, requestHosts } from '../../lib/browser/current-tab.ts';
import type { MessageKey } from '../../lib/language/messages.ts';
import { useWords } from '../../components/ui/words.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { SiteView } from '../../lib/protocol/views.ts';
import { matchPatterns } from '../../lib/sites/index.ts';

/** The sites as the background knows them; they are asked for again after every change. */
export function SitesSection() {
  const words = useWords();
  const task = useTask();
  const [sites, setSites] = useState<readonly SiteView[]>([]);
  const [done, setDone] = useState<MessageKey>();
  const runAndReload = (work: () => Promise<unknown>, said?: MessageKey): void =>
    task.run(async () => {
      setDone(undefined);
      await work();
      setSites(await ask('siteList', {}));
      setDone(said);
    });
  useEffect(() => runAndReload(async () => {}), []);
  // A site may have been added in the popup.
  useReturn(() => void ask('siteList', {}).then(setSites, () => undefined));
  return (
    <>
      <HostAccessNote
        read={() => readHostsAccess(matchPatterns)}
        request={() => requestHosts(matchPatterns)}
      />
      <DoneNote text={done ? words(done) : ''} />
      <SitesView
        sites={sites}
        busy={task.busy}
        errorCode={task.errorCode}
        onChange={(siteId, change) =>
          runAndReload(() => ask('siteChange', { siteId, change }), 'codes_saved')
        }
        onRevoke={(siteId) => runAndReload(() => ask('siteRevoke', { siteId }), 'sites_revoked')}
        onForget={(siteId, promptId) =>
          runAndReload(() => ask('siteForgetPrompt', { siteId, promptId }), 'sites_asks_again')
        }
      />
    </>
  );
}
