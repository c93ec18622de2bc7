import { useEffect, useRef } from 'preact/hooks';

/**
 * Calls `onReturn` whenever the user comes back to this page: from another window
 * or the popup, which take its focus, or from another tab, which hides it. What a
 * page that stays open shows may have changed there.
 */
export function useReturn(onReturn: () => void): void {
  const latest = useRef(onReturn);
  latest.current = onReturn;
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    addEventListener('focus', () => latest.current(), { signal });
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.visibilityState === 'visible') latest.current();
      },
      { signal },
    );
    return () => ended.abort();
  }, []);
}
