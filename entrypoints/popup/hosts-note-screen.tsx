import { HostAccessNote } from '../../components/sites/host-access-note.tsx';
import { readHostsAccess, requestHosts } from '../../lib/browser/current-tab.ts';
import { matchPatterns } from '../../lib/sites/index.ts';

/** Says that the browser keeps us from VMS Cloud. Its own answer is asked for after the first code is drawn. */
export function HostsNoteScreen() {
  return (
    <HostAccessNote
      read={() => readHostsAccess(matchPatterns)}
      request={() => requestHosts(matchPatterns)}
    />
  );
}
