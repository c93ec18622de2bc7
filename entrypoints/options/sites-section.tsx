import { useEffect, useState } from 'preact/hooks';
import { HostAccessNote } from '../../components/sites/host-access-note.tsx';
import { SitesView } from '../../components/sites/sites-view.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { readHostsAccess, requestHosts } from '../../lib/browser/current-tab.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { SiteView } from '../../lib/protocol/views.ts';
import { matchPatterns } from '../../lib/sites/index.ts';

/** The sites as the background knows them; they are asked for again after every change. */
export function SitesSection() {
  const task = useTask();
  const [sites, setSites] = useState<readonly SiteView[]>([]);
  const runAndReload = (work: () => Promise<unknown>): void =>
    task.run(async () => {
      await work();
      setSites(await ask('siteList', {}));
    });
  useEffect(() => runAndReload(async () => {}), []);
  return (
    <>
      <HostAccessNote
        read={() => readHostsAccess(matchPatterns)}
        request={() => requestHosts(matchPatterns)}
      />
      <SitesView
        sites={sites}
        busy={task.busy}
        errorCode={task.errorCode}
        onChange={(siteId, change) => runAndReload(() => ask('siteChange', { siteId, change }))}
        onRevoke={(siteId) => runAndReload(() => ask('siteRevoke', { siteId }))}
        onForget={(siteId, promptId) =>
          runAndReload(() => ask('siteForgetPrompt', { siteId, promptId }))
        }
      />
    </>
  );
}
