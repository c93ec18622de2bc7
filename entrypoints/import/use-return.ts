import { useEffect, useRef } from 'preact/hooks';

/** Calls `onReturn` whenever the user comes back to this page, as from the window for keys. */
export function useReturn(onReturn: () => void): void {
  const latest = useRef(onReturn);
  latest.current = onReturn;
  useEffect(() => {
    const ended = new AbortController();
    addEventListener('focus', () => latest.current(), { signal: ended.signal });
    return () => ended.abort();
  }, []);
}
