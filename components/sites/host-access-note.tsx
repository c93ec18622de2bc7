import { useEffect, useState } from 'preact/hooks';
import { Note } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';

type HostAccess = 'granted' | 'not-granted';

interface HostAccessNoteProps {
  /** Whether the browser lets us run on all sites that come with us. */
  readonly read: () => Promise<HostAccess>;
  /** Has the browser ask the user; called in the tick of his click. */
  readonly request: () => Promise<HostAccess>;
}

/**
 * Says that the browser keeps us from the sites we are for: the user, or an
 * administrator, has taken them away, or an update brought one that Firefox did
 * not grant. Nothing is filled there, and nothing else would tell why.
 */
export function HostAccessNote({ read, request }: HostAccessNoteProps) {
  const words = useWords();
  const [access, setAccess] = useState<HostAccess | 'just-granted'>('granted');
  useEffect(() => {
    void read().then(setAccess, () => undefined);
  }, []);
  const allow = (): void => {
    void request().then(
      (now) => setAccess(now === 'granted' ? 'just-granted' : now),
      () => undefined,
    );
  };
  if (access === 'granted') return null;
  return (
    <Note look="warning">
      <div role="status">
        <p>{words(access === 'just-granted' ? 'hosts_granted' : 'hosts_missing')}</p>
      </div>
      {access === 'not-granted' && (
        <button type="button" class="button button-small" onClick={allow}>
          {words('hosts_allow')}
        </button>
      )}
    </Note>
  );
}
